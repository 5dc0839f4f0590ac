//! Formats that other tools speak: in, with every value told; out, as their schemas want it.

mod again;
mod dpv;
mod fides;
mod tilt_in;
mod tilt_out;
