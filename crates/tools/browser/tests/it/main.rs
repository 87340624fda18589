//! The site in a real browser: every test is a sentence about a person's experience.
//!
//! The results of a check are compared with the record that the accessibility statement
//! prints; see the room's own description. Two tests at a time are enough for two cores.

mod colours;
mod dates;
mod desk;
mod device;
mod effort;
mod keyboard;
mod keys;
mod layout;
mod pages;
mod paper;
mod passkey;
mod paste;
mod pictures;
mod plain;
mod proof;
mod rest;
mod room;
mod rows;
mod rules;
mod story;
mod text;
mod together;
mod unsent;
