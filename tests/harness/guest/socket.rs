//! Sockets that a guest inherits, and a thread at the other end that behaves as the test needs.
//!
//! WASI preview 1 cannot open sockets, so the host has to pass them. The peer must never decide a test: its errors are
//! dropped, because the guest reports what it saw.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::process::Stdio;
use std::thread::JoinHandle;
use std::time::Duration;

/// The socket that the guest inherits, and the behavior of the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Socket {
    /// `listener`: a listening TCP socket; two clients connect, one after the other, say `ping` and read until the end.
    Listener,
    /// `idle-listener`: a listening TCP socket to which nobody connects.
    IdleListener,
    /// `stream`: a connected stream; the other end says `hello, `, a moment later `guest`, and then sends back what it
    /// reads.
    Stream,
    /// `closed-stream`: a connected stream whose other end is gone.
    ClosedStream,
    /// `datagram`: a connected datagram socket; the other end sends `first datagram` and `second`, and then back what
    /// it reads.
    Datagram,
}

/// A guest that never reads must not keep the test waiting.
const PATIENCE: Duration = Duration::from_secs(20);
/// Long enough that the guest sees two arrivals.
const A_MOMENT: Duration = Duration::from_millis(50);

impl Socket {
    /// The socket of this name in a `socket:` line.
    pub fn from_name(name: &str) -> Option<Socket> {
        Some(match name {
            "listener" => Socket::Listener,
            "idle-listener" => Socket::IdleListener,
            "stream" => Socket::Stream,
            "closed-stream" => Socket::ClosedStream,
            "datagram" => Socket::Datagram,
            _ => return None,
        })
    }

    /// The guest's end, and the thread of the other.
    pub(super) fn open(self) -> io::Result<(Stdio, JoinHandle<()>)> {
        let quiet = |work: Box<dyn FnOnce() -> io::Result<()> + Send>| {
            // The guest reports errors of the peer (it closes early, or a time-out).
            std::thread::spawn(move || drop(work()))
        };
        Ok(match self {
            Socket::Listener => {
                let listener = TcpListener::bind("127.0.0.1:0")?;
                let address = listener.local_addr()?;
                let clients = move || (0..2).try_for_each(|_| call(TcpStream::connect(address)?));
                (OwnedFd::from(listener).into(), quiet(Box::new(clients)))
            }
            Socket::IdleListener => {
                let listener = TcpListener::bind("127.0.0.1:0")?;
                (OwnedFd::from(listener).into(), quiet(Box::new(|| Ok(()))))
            }
            Socket::Stream => {
                let (guest, peer) = UnixStream::pair()?;
                (OwnedFd::from(guest).into(), quiet(Box::new(move || greet(peer))))
            }
            Socket::ClosedStream => {
                let (guest, _) = UnixStream::pair()?;
                (OwnedFd::from(guest).into(), quiet(Box::new(|| Ok(()))))
            }
            Socket::Datagram => {
                let (guest, peer) = UnixDatagram::pair()?;
                peer.send(b"first datagram")?;
                peer.send(b"second")?;
                (OwnedFd::from(guest).into(), quiet(Box::new(move || answer(&peer))))
            }
        })
    }
}

fn call(mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"ping")?;
    stream.read_to_end(&mut Vec::new()).map(drop)
}

fn greet(mut peer: UnixStream) -> io::Result<()> {
    peer.set_read_timeout(Some(PATIENCE))?;
    peer.write_all(b"hello, ")?;
    std::thread::sleep(A_MOMENT);
    peer.write_all(b"guest")?;
    let mut buffer = [0; 4096];
    loop {
        match peer.read(&mut buffer)? {
            0 => return Ok(()),
            size => peer.write_all(&buffer[..size])?,
        }
    }
}

fn answer(peer: &UnixDatagram) -> io::Result<()> {
    peer.set_read_timeout(Some(PATIENCE))?;
    let mut buffer = [0; 4096];
    // An empty datagram says goodbye: on a socket without connections there is no end to be read.
    while let size @ 1.. = peer.recv(&mut buffer)? {
        peer.send(&buffer[..size])?;
    }
    Ok(())
}
