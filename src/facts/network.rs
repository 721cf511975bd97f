//! Ports and host names, as internet standards define them.

use std::ops::RangeInclusive;

/// TCP ports. Source: <https://www.rfc-editor.org/rfc/rfc9293#section-3.1>, read 2026-11.
pub const PORTS: RangeInclusive<u64> = 1..=65535;

/// The maximum length of a label, the part of a host name between dots, in characters. Source:
/// <https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4>, read 2026-11.
pub const LABEL_MAX: usize = 63;

/// The maximum length of a host name, in characters. Source: the same section, which allows 255 bytes, including the
/// lengths of the first label and of the root.
pub const HOST_NAME_MAX: usize = 253;
