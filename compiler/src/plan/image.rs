//! The start image: the contents of linear memories before the first instruction, as runs of pages.
//!
//! The runtime moves these pages from the executable to the memories instead of copying segments, so a page that the
//! guest never touches is never read. Runs must be whole pages of the largest size that kernels of the target have.
//! Only segments that are known to fit may be passed in.

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
    /// The pages of the runs, one after another.
    pub(crate) bytes: Vec<u8>,
}

/// Runs closer than this are joined: a few zero pages in the file cost less than another system call at start.
const JOIN_PAGES: u64 = 4;

/// Builds the image from data segments, which fit.
pub(crate) fn build(
    program: &Program<'_>,
    segments: &[DataIndex],
    memories: &IndexVec<MemoryIndex, MemoryPlan>,
    page_bytes: u64,
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
) -> Result<Image> {
    let mut image = Image::default();
    let mut placed: Vec<(MemoryIndex, u64, &[u8])> = Vec::new();
    for segment in segments {
        let segment = &program.data[*segment];
        let DataMode::Active { memory, offset } = &segment.mode else { continue };
        let start = value(offset)?.index();
        let start = start.ok_or_else(|| Error::internal("a data segment's offset is no integer"))?;
        placed.push((*memory, start, segment.bytes));
    }
    for (memory, _) in memories.iter() {
        let segments = || placed.iter().filter(|segment| segment.0 == memory).map(|&(_, start, bytes)| (start, bytes));
        for pages in page_runs(segments(), page_bytes) {
            let (guest_offset, bytes) = (pages.start * page_bytes, (pages.end - pages.start) * page_bytes);
            let image_offset = image.bytes.len() as u64;
            image.bytes.resize((image_offset + bytes) as usize, 0);
            let run = &mut image.bytes[image_offset as usize..];
            // In order: where segments overlap, the later one wins.
            for (start, data) in segments() {
                copy_overlap(run, guest_offset, data, start);
            }
            image.runs.push(ImageRun { memory: memory.0, reserved: 0, guest_offset, image_offset, bytes });
        }
    }
    Ok(image)
}

/// The pages that hold a byte other than zero, as sorted runs.
fn page_runs<'a>(segments: impl Iterator<Item = (u64, &'a [u8])>, page_bytes: u64) -> Vec<Range<u64>> {
    let mut pages = Vec::new();
    for (start, bytes) in segments {
        let mut offset = 0;
        while offset < bytes.len() {
            let page = (start + offset as u64) / page_bytes;
            let next = (((page + 1) * page_bytes - start) as usize).min(bytes.len());
            if bytes[offset..next].iter().any(|byte| *byte != 0) {
                pages.push(page);
            }
            offset = next;
        }
    }
    pages.sort_unstable();
    let mut runs: Vec<Range<u64>> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some(run) if page < run.end + JOIN_PAGES => run.end = run.end.max(page + 1),
            _ => runs.push(page..page + 1),
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
        assert_eq!(page_runs(segments.into_iter(), 4096), [0..2, 100..101]);
    }
}
