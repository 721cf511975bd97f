//! Amazon S3: bucket names.

use std::ops::RangeInclusive;

/// The lengths that a bucket name can have, in characters.
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>, read 2026-11.
pub const BUCKET_NAME: RangeInclusive<usize> = 3..=63;
