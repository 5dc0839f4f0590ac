//! What the preview answers.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::browser::Preview;
use crate::building::{copy, listing};
use crate::program::ropa;
use crate::scaffold::started;

/// A page without what the preview puts into it.
fn plain(page: &[u8]) -> Vec<u8> {
    // What is no text has nothing put into it.
    let Ok(text) = String::from_utf8(page.to_vec()) else { return page.to_vec() };
    let Some((before, rest)) = text.split_once("<script src=\"/.ropa/preview.js\"") else { return page.to_vec() };
    let (_, after) = rest.split_once("</script>\n").unwrap();
    format!("{before}{after}").into_bytes()
}

#[test]
fn every_page_is_that_of_a_build() {
    let folder = tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &folder.path().join("registry"), false);
    ropa(folder.path(), &["build"]).done();
    let preview = Preview::of(folder.path(), &[]);
    preview.line("everything: ");
    let mut pages = 0;
    for (path, bytes) in listing(&folder.path().join("output")) {
        let Some(bytes) = bytes.filter(|_| !path.starts_with(".ropa")) else { continue };
        let answer = preview.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        assert!(plain(&answer.body) == bytes, "{path}");
        let is_page = String::from_utf8_lossy(&bytes).contains("</body>");
        assert_eq!(String::from_utf8_lossy(&answer.body).contains("/.ropa/preview.js"), is_page, "{path}");
        assert!(!String::from_utf8_lossy(&bytes).contains("/.ropa/"), "{path}");
        pages += 1;
    }
    assert!(pages > 200, "{pages}");
}

#[test]
fn only_this_machine_is_answered_and_only_with_pages() {
    let folder = started();
    fs::write(folder.path().join("secret.html"), "secret").unwrap();
    let preview = Preview::of(folder.path(), &[]);
    preview.line("everything: ");

    let start = preview.get("/");
    assert_eq!(start.status, 200);
    for link in ["href=\"/public/index.html\"", "href=\"/internal/index.html\"", "/.ropa/preview.js"] {
        assert!(start.text().contains(link), "{}", start.text());
    }
    let moved = preview.get("/internal");
    assert_eq!(moved.status, 302);
    assert!(moved.head.contains("Location: /internal/index.html"), "{}", moved.head);

    let page = preview.get("/public/privacy.html?x=1");
    assert_eq!(page.status, 200);
    for header in ["Content-Security-Policy: default-src 'none'; script-src 'self';", "Cache-Control: no-store"] {
        assert!(page.head.contains(header), "{}", page.head);
    }
    assert_eq!(preview.get("/.ropa/preview.js").status, 200);
    assert_eq!(preview.get("/.ropa/preview.css").status, 200);

    let ask = |method: &str, host: &str| {
        preview.ask(&format!("{method} /public/privacy.html HTTP/1.1\r\n{host}Connection: close\r\n\r\n")).status
    };
    assert_eq!(ask("GET", "Host: evil.example\r\n"), 403);
    assert_eq!(ask("GET", "Host: 127.0.0.1.evil.example\r\n"), 403);
    assert_eq!(ask("GET", ""), 403);
    assert_eq!(ask("GET", "Host: localhost:80\r\n"), 200);
    assert_eq!(ask("POST", "Host: 127.0.0.1\r\n"), 405);

    for path in [
        "/public/../secret.html",
        "/public/%2e%2e/secret.html",
        "/public/..%2fsecret.html",
        "/public//../../secret.html",
        "/secret.html",
        "/registry/registry.toml",
        "//etc/passwd",
        "/public/%00",
        "/%ff",
        "/.ropa/manifest.json",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("secret</"), "{path}");
    }
    let unknown = preview.get("/public/privcy.html");
    assert_eq!(unknown.status, 404);
    assert!(unknown.text().contains("href=\"/public/privacy.html\""), "{}", unknown.text());
    assert!(unknown.text().contains("href=\"/internal/index.html\""), "{}", unknown.text());
}

#[test]
fn a_taken_port_is_no_obstacle() {
    let folder = started();
    let first = Preview::of(folder.path(), &[]);
    // The later of two options does not count, so this one names its port itself.
    let port = first.port.to_string();
    let mut second = std::process::Command::new(env!("CARGO_BIN_EXE_ropa"))
        .args(["serve", "--port", &port])
        .current_dir(folder.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(second.stdout.take().unwrap()));
    let (taken, address) = (lines.next().unwrap().unwrap(), lines.next().unwrap().unwrap());
    second.kill().unwrap();
    second.wait().unwrap();
    assert!(taken.contains(&format!("port {port} is taken")), "{taken}");
    assert!(address.contains("http://127.0.0.1:") && !address.contains(&format!(":{port}/")), "{address}");
}

#[test]
fn what_cannot_be_served_is_said() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["serve"]).refused("ropa init");
    ropa(folder.path(), &["--registry", "nowhere", "serve"]).refused("no registry at nowhere");
    fs::create_dir(folder.path().join("registry")).unwrap();
    ropa(folder.path(), &["serve"]).refused("there is no record in registry");
    let folder = started();
    ropa(folder.path(), &["serve", "--theme", "nowhere"]).refused("no theme at nowhere");
    ropa(folder.path(), &["serve", "--editor-url", "code {path}"]).refused("does not begin with the scheme");
    ropa(folder.path(), &["serve", "--editor-url", "vscode://file"]).refused("where the path goes");
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked() {
    let folder = started();
    let preview = Preview::of(folder.path(), &[]);
    let told = preview.listen();
    told.edition("");
    assert_eq!(preview.interrupted(), Some(0));
}
