//! The start image: the contents of linear memories before the first instruction, as runs of bytes.
//!
//! The runtime moves the pages of a large image from the executable to the memories instead of copying segments, so a
//! page that the guest never touches is never read. Its runs must be whole pages of the largest size that kernels of
//! the target have. A small image is copied: that takes less time than a system call, and no page in the file is filled
//! up with zeros. Only segments that are known to fit may be passed in.

use std::ops::Range;

use wasmc_abi::layout::ImageRun;

use super::memory::MemoryPlan;
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::entities::DataMode;
use crate::module::index::{DataIndex, IndexVec, MemoryIndex};

/// The bytes of all runs, and their places.
#[derive(Default)]
pub(crate) struct Image {
    /// In order of memory and offset.
    pub(crate) runs: Vec<ImageRun>,
    /// The bytes of the runs, one after another.
    pub(crate) bytes: Vec<u8>,
    /// The alignment of the image: that of its runs.
    pub(crate) alignment: u64,
}

/// Runs closer than this many units are joined: a few zeros in the file cost less than another run.
const JOIN_UNITS: u64 = 4;

/// The unit of an image that is copied: half of the bytes of a run's record.
const COPIED_UNIT_BYTES: u64 = 16;

/// An image of up to so many bytes is copied.
const COPIED_BYTES_MAX: u64 = 16 << 10;

/// Builds the image from data segments, which fit.
pub(crate) fn build(
    program: &Program<'_>,
    segments: &[DataIndex],
    memories: &IndexVec<MemoryIndex, MemoryPlan>,
    page_bytes: u64,
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
) -> Result<Image> {
    let mut placed: Vec<(MemoryIndex, u64, &[u8])> = Vec::new();
    for segment in segments {
        let segment = &program.data[*segment];
        let DataMode::Active { memory, offset } = &segment.mode else { continue };
        let start = value(offset)?.index();
        let start = start.ok_or_else(|| Error::internal("a data segment's offset is no integer"))?;
        placed.push((*memory, start, segment.bytes));
    }
    let segments = |memory| placed.iter().filter(move |segment| segment.0 == memory).map(|&(_, at, bytes)| (at, bytes));
    let all_runs = |unit_bytes| -> Vec<(MemoryIndex, Range<u64>)> {
        let of_memory = |(memory, _)| unit_runs(segments(memory), unit_bytes).into_iter().map(move |run| (memory, run));
        memories.iter().flat_map(of_memory).collect()
    };
    // Much data is rarely all zeros, and is not searched for small units.
    let given_bytes: usize = placed.iter().map(|(_, _, bytes)| bytes.len()).sum();
    let small_runs = (given_bytes as u64 <= 16 * COPIED_BYTES_MAX).then(|| all_runs(COPIED_UNIT_BYTES));
    let units = |runs: &Vec<(_, Range<u64>)>| runs.iter().map(|(_, run)| run.end - run.start).sum::<u64>();
    let small_runs = small_runs.filter(|runs| units(runs) * COPIED_UNIT_BYTES <= COPIED_BYTES_MAX);
    let is_copied = small_runs.is_some();
    let unit_bytes = if is_copied { COPIED_UNIT_BYTES } else { page_bytes };
    let runs = small_runs.unwrap_or_else(|| all_runs(page_bytes));
    let mut image = Image { alignment: unit_bytes, ..Image::default() };
    for (memory, run) in runs {
        let (guest_offset, bytes) = (run.start * unit_bytes, (run.end - run.start) * unit_bytes);
        let image_offset = image.bytes.len() as u64;
        image.bytes.resize((image_offset + bytes) as usize, 0);
        let run = &mut image.bytes[image_offset as usize..];
        // In order: where segments overlap, the later one wins.
        for (start, data) in segments(memory) {
            copy_overlap(run, guest_offset, data, start);
        }
        image.runs.push(ImageRun {
            memory: memory.0,
            is_copied: u32::from(is_copied),
            guest_offset,
            image_offset,
            bytes,
        });
    }
    Ok(image)
}

/// The units that hold a byte other than zero, as sorted runs.
fn unit_runs<'a>(segments: impl Iterator<Item = (u64, &'a [u8])>, unit_bytes: u64) -> Vec<Range<u64>> {
    let mut units = Vec::new();
    for (start, bytes) in segments {
        let mut offset = 0;
        while offset < bytes.len() {
            let unit = (start + offset as u64) / unit_bytes;
            let next = (((unit + 1) * unit_bytes - start) as usize).min(bytes.len());
            if bytes[offset..next].iter().any(|byte| *byte != 0) {
                units.push(unit);
            }
            offset = next;
        }
    }
    units.sort_unstable();
    let mut runs: Vec<Range<u64>> = Vec::new();
    for unit in units {
        match runs.last_mut() {
            Some(run) if unit < run.end + JOIN_UNITS => run.end = run.end.max(unit + 1),
            _ => runs.push(unit..unit + 1),
        }
    }
    runs
}

/// Copies the part of `data`, which starts at `data_start`, that falls into `run`, which starts at `run_start`.
fn copy_overlap(run: &mut [u8], run_start: u64, data: &[u8], data_start: u64) {
    let start = run_start.max(data_start);
    let end = (run_start + run.len() as u64).min(data_start + data.len() as u64);
    if start < end {
        let from = &data[(start - data_start) as usize..(end - data_start) as usize];
        run[(start - run_start) as usize..(end - run_start) as usize].copy_from_slice(from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_pages_are_separate_runs_and_zero_pages_are_dropped() {
        let zeros = [0u8; 5000];
        let segments = [(10u64, &b"x"[..]), (4095, b"yz"), (100 * 4096, b"far"), (50 * 4096, &zeros)];
        assert_eq!(unit_runs(segments.into_iter(), 4096), [0..2, 100..101]);
    }
}
