//! The pages of the newsroom from outside.

mod accessibility;
