//! Ports and host names, as the internet's standards have them.

use std::ops::RangeInclusive;

/// Ports of TCP. Source: <https://www.rfc-editor.org/rfc/rfc9293#section-3.1>, read 2026-11.
pub const PORTS: RangeInclusive<u64> = 1..=65535;

/// The longest part of a host name between dots, characters. Source:
/// <https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4>, read 2026-11.
pub const LABEL_MAX: usize = 63;

/// The longest host name, characters. Source: the same section, 255 bytes with the lengths of first label and root.
pub const HOST_NAME_MAX: usize = 253;
