//! Medians with confidence intervals.
//!
//! Times of processes are skewed and have outliers, so nothing here may assume a distribution: intervals are
//! percentiles of the bootstrap (resampling with replacement). The generator is fixed, so that equal samples give equal
//! intervals.

/// How often samples are drawn anew.
const RESAMPLES: usize = 2000;

/// A value with the interval that holds it with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Estimate {
    /// A value that is known exactly.
    pub fn exact(value: f64) -> Estimate {
        Estimate { value, low: value, high: value }
    }
}

/// The median of samples. There must be one at least.
pub fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
}

/// The median, with its interval.
pub fn median_estimate(samples: &[f64]) -> Estimate {
    bootstrap(samples.len(), |chosen| median(&pick(samples, chosen)))
}

/// How many times as long `a` takes as `b`: the ratio of the medians of samples that were taken in pairs.
pub fn ratio_estimate(a: &[f64], b: &[f64]) -> Estimate {
    assert_eq!(a.len(), b.len(), "samples come in pairs");
    bootstrap(a.len(), |chosen| median(&pick(a, chosen)) / median(&pick(b, chosen)))
}

fn pick(samples: &[f64], chosen: &[usize]) -> Vec<f64> {
    chosen.iter().map(|index| samples[*index]).collect()
}

fn bootstrap(count: usize, statistic: impl Fn(&[usize]) -> f64) -> Estimate {
    let all: Vec<usize> = (0..count).collect();
    // Numerical Recipes' linear congruential generator: good enough to choose samples, and the same everywhere.
    let mut state: u64 = 1;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % count
    };
    let mut values: Vec<f64> =
        (0..RESAMPLES).map(|_| statistic(&(0..count).map(|_| draw()).collect::<Vec<_>>())).collect();
    values.sort_by(f64::total_cmp);
    Estimate { value: statistic(&all), low: values[RESAMPLES / 40], high: values[RESAMPLES - 1 - RESAMPLES / 40] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_intervals() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        let samples: Vec<f64> = (0..100).map(f64::from).collect();
        let estimate = median_estimate(&samples);
        assert_eq!(estimate.value, 49.5);
        assert!(estimate.low > 35.0 && estimate.low < 49.5 && estimate.high > 49.5 && estimate.high < 65.0);
    }

    #[test]
    fn ratios_keep_pairs_together() {
        // The load of the machine changes by a factor of ten in the middle, the ratio does not.
        let b: Vec<f64> = (0..50).map(|round| if round < 25 { 1.0 } else { 10.0 }).collect();
        let a: Vec<f64> = b.iter().map(|time| time * 1.5).collect();
        let ratio = ratio_estimate(&a, &b);
        assert_eq!((ratio.value, ratio.low, ratio.high), (1.5, 1.5, 1.5));
    }
}
