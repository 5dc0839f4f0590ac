//! Contents of files, many in one go.

use std::io::{self, BufRead, BufReader, Read as _, Write};
use std::process::Stdio;

use super::{Git, HistoryError};
use crate::load::LARGEST_FILE;

/// What a repository has under an id.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Blob {
    Bytes(Vec<u8>),
    /// It was not read; its size.
    TooLarge(u64),
    /// The repository lacks it: a partial clone that reaches nobody, or damage.
    Missing,
}

impl Git {
    /// The contents with these ids, in this order.
    pub(super) fn blobs(&self, ids: &[&str]) -> Result<Vec<Blob>, HistoryError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let arguments = ["cat-file", "--batch", "--buffer"];
        let mut command = self.command(&arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| self.not_run(error))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let read = std::thread::scope(|scope| {
            // git answers while it is asked: who only asked would wait for ever once the pipe is full.
            scope.spawn(move || {
                let mut questions = ids.join("\n");
                questions.push('\n');
                // If git has gone, its answers end, and that is told.
                input.map(|mut input| input.write_all(questions.as_bytes()))
            });
            let mut answers = BufReader::new(output.ok_or(io::ErrorKind::BrokenPipe)?);
            ids.iter().map(|_| blob(&mut answers)).collect::<io::Result<Vec<Blob>>>()
        });
        let _ = child.wait();
        read.map_err(|error| self.refusal(&arguments, format!("its answer broke off: {error}")))
    }
}

/// Reads `ID blob SIZE`, the bytes and a line break, or `ID missing`.
fn blob(answers: &mut impl BufRead) -> io::Result<Blob> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    if head.trim_end().ends_with(" missing") {
        return Ok(Blob::Missing);
    }
    let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
    let size = size.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "no size"))?;
    let found = if size > LARGEST_FILE {
        io::copy(&mut answers.by_ref().take(size), &mut io::sink())?;
        Blob::TooLarge(size)
    } else {
        let mut bytes = vec![0; usize::try_from(size).unwrap_or_default()];
        answers.read_exact(&mut bytes)?;
        Blob::Bytes(bytes)
    };
    answers.read_exact(&mut [0])?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Blob, blob};

    #[test]
    fn answers_are_read_one_after_the_other() {
        let mut answers: &[u8] = b"01 blob 4\na\nb\0\n02 missing\n03 blob 0\n\n04 blo";
        assert_eq!(blob(&mut answers).unwrap(), Blob::Bytes(b"a\nb\0".to_vec()));
        assert_eq!(blob(&mut answers).unwrap(), Blob::Missing);
        assert_eq!(blob(&mut answers).unwrap(), Blob::Bytes(Vec::new()));
        assert!(blob(&mut answers).is_err());
    }
}
