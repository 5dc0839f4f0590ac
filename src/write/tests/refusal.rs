use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Output, WriteError, build, everything, put, summary, try_build};

/// Stages one page over what `prepare` put into the folder, and expects an error that changes
/// nothing.
fn refused(route: &str, prepare: impl Fn(&Path)) -> WriteError {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "a"), ("old/b.html", "b")]);
    prepare(dir.path());
    let before = everything(dir.path());

    let error = try_build(dir.path(), &[("public/first.html", "1"), (route, "new")]).unwrap_err();

    assert_eq!(everything(dir.path()), before);
    error
}

#[test]
fn routes_that_lead_out_of_the_output() {
    for route in [
        "",
        "/",
        "/etc/passwd",
        "public/",
        "public//a",
        ".",
        "./a",
        "public/./a",
        "..",
        "../a",
        "public/../../a",
        "a\\b",
        "..\\a",
        "a\0b",
        "C:/a",
        ".ropa",
        ".ropa/lock",
        ".Ropa/x",
    ] {
        let error = refused(route, |_| {});
        assert!(matches!(&error, WriteError::Route { route: named } if named == route), "{route:?}: {error}");
    }
}

#[test]
fn dots_within_names_are_plain() {
    let dir = TempDir::new().unwrap();
    let pages = [(".well-known/x", "1"), ("a/.ropa/b", "2"), ("a/..b/...", "3")];
    assert_eq!(build(dir.path(), &pages), summary(3, 0, 0));
}

#[test]
fn two_pages_on_one_route() {
    for second in ["public/first.html", "Public/FIRST.html"] {
        let error = refused(second, |_| {}).to_string();
        assert!(error.contains("`public/first.html`") && error.contains(&format!("`{second}`")), "{error}");
    }
}

#[test]
fn a_foreign_file_with_other_bytes() {
    let error = refused("public/mine.html", |dir| {
        put(dir.join("public/mine.html"), "mine");
    });
    let text = error.to_string();
    assert!(text.starts_with("foreign file at ") && text.contains("mine.html; move it away"), "{text}");

    // Of the same length, too.
    let error = refused("public/mine.html", |dir| {
        put(dir.join("public/mine.html"), "our");
    });
    assert!(matches!(error, WriteError::Foreign { .. }), "{error}");
}

#[test]
fn a_folder_in_the_place_of_a_page() {
    let error = refused("public", |_| {});
    assert!(matches!(error, WriteError::Foreign { .. }), "{error}");

    let error = refused("public/a.html", |dir| {
        fs::remove_file(dir.join("public/a.html")).unwrap();
        fs::create_dir(dir.join("public/a.html")).unwrap();
    });
    assert!(matches!(error, WriteError::Foreign { .. }), "{error}");
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let error = refused("x/y/z.html", |dir| put(dir.join("x/y"), "mine"));
    assert!(matches!(&error, WriteError::Foreign { path } if path.ends_with("x/y")), "{error}");

    let error = refused("public/first.html/below.html", |_| {});
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
}

#[test]
fn a_staging_folder_that_cannot_be_written() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "a")]);
    let output = Output::open(dir.path()).unwrap();
    fs::remove_dir(dir.path().join(".ropa/staging")).unwrap();
    let before = everything(dir.path());

    let error = output.stage("public/b.html", b"b").unwrap_err();

    assert!(error.to_string().starts_with("cannot create ") && error.to_string().ends_with("public"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
    drop(output);
    assert_eq!(everything(dir.path()), before);
}

#[test]
fn an_output_that_is_a_file() {
    let dir = TempDir::new().unwrap();
    put(dir.path().join("output"), "mine");
    let error = Output::open(&dir.path().join("output")).err().unwrap();
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
}

#[test]
fn a_second_build_at_once() {
    let dir = TempDir::new().unwrap();
    let first = Output::open(dir.path()).unwrap();
    first.stage("a.html", b"a").unwrap();

    let error = Output::open(dir.path()).err().unwrap();
    assert_eq!(error.to_string(), format!("another build is writing to {}", dir.path().display()));

    assert_eq!(first.commit().unwrap(), summary(1, 0, 0));
    assert_eq!(build(dir.path(), &[("a.html", "a")]), summary(0, 1, 0));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::super::{Output, WriteError, build, everything, files, fs, owned, put, summary};
    use super::refused;

    fn assert_link(error: &WriteError, end: &str) {
        assert!(matches!(error, WriteError::Link { path } if path.ends_with(end)), "{error}");
    }

    #[test]
    fn on_the_way_to_a_page() {
        let outside = TempDir::new().unwrap();
        let error = refused("x/y/z.html", |dir| {
            fs::create_dir(dir.join("x")).unwrap();
            symlink(outside.path(), dir.join("x/y")).unwrap();
        });
        assert_link(&error, "x/y");
        assert!(everything(outside.path()).is_empty());
    }

    #[test]
    fn in_the_place_of_a_page() {
        let outside = TempDir::new().unwrap();
        put(outside.path().join("same"), "new");
        for name in ["same", "absent"] {
            let error = refused("public/x.html", |dir| {
                symlink(outside.path().join(name), dir.join("public/x.html")).unwrap();
            });
            assert_link(&error, "public/x.html");
        }
        assert_eq!(files(outside.path()), owned(&[("same", "new")]));
    }

    #[test]
    fn on_the_way_to_a_stale_page() {
        let outside = TempDir::new().unwrap();
        put(outside.path().join("b.html"), "b");
        let error = refused("public/x.html", |dir| {
            fs::remove_dir_all(dir.join("old")).unwrap();
            symlink(outside.path(), dir.join("old")).unwrap();
        });
        assert_link(&error, "old");
        assert!(outside.path().join("b.html").exists());
    }

    #[test]
    fn in_the_bookkeeping() {
        let outside = TempDir::new().unwrap();
        for name in ["staging", "journal.json.new", "extra"] {
            let error = refused("public/x.html", |dir| {
                symlink(outside.path().join(name), dir.join(".ropa").join(name)).unwrap();
            });
            assert_link(&error, name);
        }
        let dir = TempDir::new().unwrap();
        symlink(outside.path(), dir.path().join(".ropa")).unwrap();
        assert_link(&Output::open(dir.path()).err().unwrap(), ".ropa");
        assert!(everything(outside.path()).is_empty());
    }

    #[test]
    fn to_the_output_folder_itself_is_allowed() {
        let (dir, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let link = dir.path().join("output");
        symlink(elsewhere.path(), &link).unwrap();

        assert_eq!(build(&link, &[("public/a.html", "a")]), summary(1, 0, 0));
        assert_eq!(files(elsewhere.path()), owned(&[("public/a.html", "a")]));
    }
}
