//! The address of the preview: this machine only, and the next port where one is taken.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use tiny_http::Server;

/// How many ports are tried.
const TRIES: u16 = 20;

/// Why the preview has no address.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Others have all the ports that were tried.
    #[error("the ports {0} to {1} are taken; name another with --port, or 0 for any")]
    Taken(u16, u16),
    /// The port cannot be had for another reason.
    #[error("cannot listen on 127.0.0.1, port {0}")]
    Refused(u16, #[source] io::Error),
    /// The server cannot begin.
    #[error("cannot serve on 127.0.0.1: {0}")]
    Server(String),
}

/// A server that listens.
pub(super) struct Address {
    pub(super) server: Server,
    /// The address of the start page.
    pub(super) url: String,
    /// The port that was wanted, if others have it.
    pub(super) taken: Option<u16>,
}

impl Address {
    /// Takes a port, or one of the next where it is taken.
    pub(super) fn take(wanted: u16) -> Result<Address, AddressError> {
        let last = wanted.saturating_add(if wanted == 0 { 0 } else { TRIES - 1 });
        for port in wanted..=last {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => {
                    let port = listener.local_addr().map_err(|error| AddressError::Refused(port, error))?.port();
                    let server = Server::from_listener(listener, None)
                        .map_err(|error| AddressError::Server(error.to_string()))?;
                    let taken = (wanted != 0 && port != wanted).then_some(wanted);
                    return Ok(Address { server, url: format!("http://127.0.0.1:{port}/"), taken });
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(AddressError::Refused(port, error)),
            }
        }
        Err(AddressError::Taken(wanted, last))
    }
}

/// Whether a `Host` header names this machine. A page from elsewhere whose name was made to lead here
/// would otherwise read the register.
pub(super) fn is_here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::{Address, is_here};

    #[test]
    fn a_taken_port_is_followed_by_the_next() {
        let first = Address::take(0).unwrap();
        let port: u16 = first.url.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let second = Address::take(port).unwrap();
        assert_eq!((first.taken, second.taken), (None, Some(port)));
        assert_ne!(first.url, second.url);
    }

    #[test]
    fn only_names_of_this_machine_are_here() {
        for host in ["127.0.0.1:4000", "localhost:4000", "LOCALHOST", "127.0.0.1"] {
            assert!(is_here(host), "{host}");
        }
        for host in
            ["", "evil.example", "evil.example:4000", "127.0.0.1.evil.example", "localhost.evil:80", "[::1]:4000"]
        {
            assert!(!is_here(host), "{host}");
        }
    }
}
