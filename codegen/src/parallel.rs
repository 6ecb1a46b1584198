//! Work that the processors share.

use std::sync::atomic::{AtomicUsize, Ordering};

/// More threads than these cost more than they give here.
const THREADS: usize = 8;

/// The results of the work for each number below `count`, in order.
pub(crate) fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = processors.min(THREADS).min(count);
    // Parts small enough that no thread waits long for another.
    let part = (count / (threads.max(1) * 8)).max(1);
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(part, Ordering::Relaxed);
            if start >= count {
                return done;
            }
            let results: Vec<T> = (start..count.min(start + part)).map(&work).collect();
            done.push((start, results));
        }
    };
    let mut parts = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut parts = share();
        for other in others {
            // A panic in one thread is a panic here.
            match other.join() {
                Ok(done) => parts.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_by_key(|(start, _)| *start);
    let mut all = Vec::with_capacity(count);
    all.extend(parts.into_iter().flat_map(|(_, results)| results));
    all
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_stand_in_order_whatever_their_number() {
        for count in [0, 1, 7, 8, 9, 1000] {
            let squares = super::each(count, |at| at * at);
            assert!(squares.iter().copied().eq((0..count).map(|at| at * at)));
        }
    }
}
