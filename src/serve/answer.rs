//! From a request to an answer.

use std::io::{Cursor, Write};
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response};

use super::address::is_here;
use super::board::{Board, Event};
use super::edition::Reply;
use super::own_pages;
use crate::site::headers::headers;
use crate::theme::Side;

/// How often an open page is told that nothing happens, so that one which is gone is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// What the two sites do not know and the preview adds.
const EVENTS: &str = "/.ropa/events";
const SCRIPT: (&str, &str) = ("/.ropa/preview.js", include_str!("preview.js"));
const STYLE: (&str, &str) = ("/.ropa/preview.css", include_str!("preview.css"));

const HTML: &str = "text/html; charset=utf-8";

type Answer = Response<Cursor<Vec<u8>>>;

/// Answers a request.
pub(super) fn answer(request: Request, board: &Arc<Board>) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    if !host.is_some_and(|header| is_here(header.value.as_str())) {
        let text = "The preview answers to 127.0.0.1 and localhost only.\n";
        return send(request, response(403, "text/plain; charset=utf-8", text.into()));
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        let text = "The preview shows pages and takes nothing.\n";
        return send(request, response(405, "text/plain; charset=utf-8", text.into()));
    }
    let url = request.url().to_owned();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match path {
        EVENTS => events(request, board),
        "/" => {
            let edition = board.edition();
            let page = own_pages::start(edition.as_ref().map_or("", |edition| &edition.name));
            send(request, response(200, HTML, page.into()));
        }
        "/favicon.ico" => send(request, response(204, "image/x-icon", Vec::new())),
        "/public" | "/public/" | "/internal" | "/internal/" => {
            let target = format!("{}/index.html", path.trim_end_matches('/'));
            send(request, with(response(302, HTML, Vec::new()), "Location", &target));
        }
        path if path == SCRIPT.0 => send(request, response(200, content_type(path), SCRIPT.1.into())),
        path if path == STYLE.0 => send(request, response(200, content_type(path), STYLE.1.into())),
        path => {
            let page = page(path, board);
            send(request, page);
        }
    }
}

/// A page of the two sites.
fn page(path: &str, board: &Board) -> Answer {
    let Some(edition) = board.edition() else {
        return response(503, HTML, own_pages::waiting(&board.troubles()).into());
    };
    let decoded = decode(path);
    let route = decoded.as_deref().and_then(|path| path.strip_prefix('/')).unwrap_or_default();
    match edition.ask(route) {
        Reply::Page(bytes) => {
            let kind = content_type(route);
            let bytes = if kind == HTML { with_script(bytes, &edition.name) } else { bytes };
            response(200, kind, bytes)
        }
        Reply::Unknown(near) => response(404, HTML, own_pages::unknown(path, &near, &edition.name).into()),
        Reply::Failed(why) => response(500, HTML, own_pages::failed(path, &why, &edition.name).into()),
    }
}

/// Tells an open page what happens, until it is closed.
fn events(request: Request, board: &Arc<Board>) {
    let events = board.listen();
    // tiny_http's own writer holds back what is short; this one does not.
    let mut writer = request.into_writer();
    thread::spawn(move || {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
        let mut text = head.to_owned();
        loop {
            if writer.write_all(text.as_bytes()).and_then(|()| writer.flush()).is_err() {
                return;
            }
            text = match events.recv_timeout(BEAT) {
                Ok(Event::Edition(name)) => format!("event: edition\ndata: {name}\n\n"),
                Ok(Event::Troubles(troubles)) => {
                    let json = serde_json::to_string(&*troubles).unwrap_or_default();
                    format!("event: findings\ndata: {json}\n\n")
                }
                Err(RecvTimeoutError::Timeout) => ": nothing new\n\n".to_owned(),
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    });
}

/// The page with the script of the preview before its end. Fragments for other people's pages have
/// none and stay as they are.
fn with_script(page: Vec<u8>, edition: &str) -> Vec<u8> {
    let end = b"</body>";
    let Some(at) = page.windows(end.len()).rposition(|part| part == end) else { return page };
    let script = own_pages::script(edition);
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

fn response(status: u16, kind: &str, body: Vec<u8>) -> Answer {
    // In one piece, of which the length is known.
    let answer = Response::from_data(body).with_status_code(status).with_chunked_threshold(usize::MAX);
    // What breaks the rules of a published site breaks them here first.
    let published = headers(Side::Public).into_iter().filter(|(name, _)| *name != "Cache-Control");
    [("Content-Type", kind), ("Cache-Control", "no-store"), ("Cross-Origin-Resource-Policy", "same-origin")]
        .into_iter()
        .chain(published)
        .fold(answer, |answer, (name, value)| with(answer, name, value))
}

fn with(answer: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => answer.with_header(header),
        Err(()) => answer,
    }
}

fn send(request: Request, answer: Answer) {
    // Who asked may have gone.
    let _ = request.respond(answer);
}

fn content_type(route: &str) -> &'static str {
    match route.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "md" => "text/markdown; charset=utf-8",
        "svg" => "image/svg+xml",
        "xml" => "application/xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" | "conf" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A path without its `%` escapes; nothing if they are broken.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
                u8::try_from(value).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, with_script};

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(decode("/public/a%20b.html").as_deref(), Some("/public/a b.html"));
        assert_eq!(decode("/%252e").as_deref(), Some("/%2e"));
        for broken in ["/%", "/%2", "/%zz", "/%ff"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
    }

    #[test]
    fn the_script_stands_before_the_end_of_the_last_body() {
        let page = b"<body><p>&lt;/body></p></body></html>".to_vec();
        let shown = String::from_utf8(with_script(page, "1-1")).unwrap();
        assert!(shown.starts_with("<body><p>&lt;/body></p><script ") && shown.ends_with("</body></html>"), "{shown}");
        assert_eq!(with_script(b"<section></section>".to_vec(), "1-1"), b"<section></section>");
    }
}
