//! The interface for following a compilation from outside, from which a progress bar and `--time` are made. An observer
//! must not change an output: nothing that it does is looked at.

/// Receives the events of a compilation, from several threads.
pub trait Observer: Sync {
    /// A phase begins, called by the name of its folder. `steps` is the sum of what [`Observer::advance`] will get in
    /// it, if that is known.
    fn phase(&self, name: &'static str, steps: Option<u64>);
    /// Steps of the current phase are done.
    fn advance(&self, steps: u64);
    /// Work on the module at this position of the program begins. An error that follows is about that module, until the
    /// next call.
    fn module(&self, _position: usize) {}
}

/// Ignores all events.
impl Observer for () {
    fn phase(&self, _name: &'static str, _steps: Option<u64>) {}
    fn advance(&self, _steps: u64) {}
}
