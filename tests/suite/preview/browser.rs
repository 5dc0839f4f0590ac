//! `ropa serve` as a browser meets it: a process, requests, and word of what happens.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long a machine that does other things too may take.
const LIMIT: Duration = Duration::from_secs(90);

/// A running preview; it ends with the test.
pub struct Preview {
    child: Child,
    pub port: u16,
    lines: Receiver<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    /// Begins to serve the registry of a folder.
    pub fn of(folder: &Path, arguments: &[&str]) -> Preview {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ropa"))
            .args(["serve", "--port", "0"])
            .args(arguments)
            .current_dir(folder)
            .env("SOURCE_DATE_EPOCH", "1780000000")
            .env("NO_COLOR", "1")
            .env_remove("ROPA_EDITOR_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut preview = Preview { child, port: 0, lines };
        let line = preview.line("preview of");
        preview.port = line.split(':').nth(2).unwrap().split('/').next().unwrap().parse().unwrap();
        preview
    }

    /// Waits for a line with these words.
    pub fn line(&self, words: &str) -> String {
        let end = Instant::now() + LIMIT;
        loop {
            let line = self.lines.recv_timeout(end.saturating_duration_since(Instant::now()));
            let line = line.unwrap_or_else(|_| panic!("no line with `{words}`"));
            if line.contains(words) {
                return line;
            }
        }
    }

    /// The lines until now.
    pub fn lines(&self) -> Vec<String> {
        self.lines.try_iter().collect()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    /// Sends a request as it stands.
    pub fn ask(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// Listens to what an open page is told.
    pub fn listen(&self) -> Told {
        let mut stream = self.connect();
        let request = format!("GET /.ropa/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).unwrap();
        let (tell, events) = mpsc::channel();
        std::thread::spawn(move || {
            let mut event = String::new();
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if let Some(name) = line.strip_prefix("event: ") {
                    event = name.to_owned();
                } else if let Some(data) = line.strip_prefix("data: ")
                    && tell.send((event.clone(), data.to_owned())).is_err()
                {
                    break;
                }
            }
        });
        Told(events)
    }

    /// Asks the process to end, as Ctrl-C does, and says how it ended.
    #[cfg(unix)]
    pub fn interrupted(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let end = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What an open page is told.
pub struct Told(Receiver<(String, String)>);

impl Told {
    /// Waits for an edition of another name, and says its name.
    pub fn edition(&self, other_than: &str) -> String {
        self.wait(|event, data| (event == "edition" && data != other_than).then(|| data.to_owned()))
    }

    /// Waits for findings that are as wanted.
    pub fn findings(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        self.wait(|event, data| {
            let found = (event == "findings").then(|| serde_json::from_str(data).unwrap())?;
            wanted(&found).then_some(found)
        })
    }

    fn wait<T>(&self, wanted: impl Fn(&str, &str) -> Option<T>) -> T {
        let end = Instant::now() + LIMIT;
        let mut heard = Vec::new();
        loop {
            let told = self.0.recv_timeout(end.saturating_duration_since(Instant::now()));
            let (event, data) = told.unwrap_or_else(|_| panic!("only heard {heard:#?}"));
            if let Some(found) = wanted(&event, &data) {
                return found;
            }
            heard.push((event, data));
        }
    }
}
