//! What the programs that generate share: where the repository lies, and how a generated file is settled.
#![allow(clippy::print_stdout)] // they talk to those who run them

pub mod files;
