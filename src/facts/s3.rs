//! Amazon S3.

use std::ops::RangeInclusive;

/// How long a bucket's name is, characters.
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>, read 2026-11.
pub const BUCKET_NAME: RangeInclusive<usize> = 3..=63;
