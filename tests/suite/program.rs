//! Running the program as a user does.

use std::path::Path;
use std::process::Command;

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs `ropa` in a folder, on a fixed day.
pub fn ropa(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_ropa"))
        .args(arguments)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1780000000")
        .env("NO_COLOR", "1")
        .output()
        .expect("the program runs");
    Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

impl Ran {
    /// The run, which must have ended well.
    pub fn done(self) -> Ran {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// The run, which must have been impossible, with these words among the reasons.
    pub fn refused(self, words: &str) -> Ran {
        assert_eq!(self.code, 2, "{}{}", self.out, self.err);
        assert!(self.err.contains(words), "`{words}` is not in: {}", self.err);
        self
    }
}
