//! Following a compilation from outside: what a progress bar and `--time` are made from.

/// Follows a compilation. Called from several threads.
pub trait Observer: Sync {
    /// A phase begins, by the name of its folder; `steps` is how far [`Observer::advance`] will go in it, where that is
    /// known.
    fn phase(&self, name: &'static str, steps: Option<u64>);
    /// Work was done in the current phase.
    fn advance(&self, steps: u64);
    /// From here on, a module of the program is looked at, by its position: an error that follows is about it, until the
    /// next one is named.
    fn module(&self, _position: usize) {}
}

/// Watches nothing.
impl Observer for () {
    fn phase(&self, _name: &'static str, _steps: Option<u64>) {}
    fn advance(&self, _steps: u64) {}
}
