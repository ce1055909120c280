//! Tests of the functions as a guest calls them, and of the list of them.
