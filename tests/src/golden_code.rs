//! The golden files, each a module.

#[path = "../../codegen/tests/golden/rust/cpuid.rs"]
mod cpuid_file;
#[path = "../../codegen/tests/golden/rust/crash.rs"]
mod crash_file;
#[path = "../../codegen/tests/golden/rust/hypercall.rs"]
mod hypercall_file;
#[path = "../../codegen/tests/golden/rust/interrupt.rs"]
mod interrupt_file;
#[path = "../../codegen/tests/golden/rust/mmu.rs"]
mod mmu_file;
#[path = "../../codegen/tests/golden/rust/msr.rs"]
mod msr_file;
#[path = "../../codegen/tests/golden/rust/partition.rs"]
mod partition_file;
#[path = "../../codegen/tests/golden/rust/register.rs"]
mod register_file;
#[path = "../../codegen/tests/golden/rust/status.rs"]
mod status_file;
#[path = "../../codegen/tests/golden/rust/synic.rs"]
mod synic_file;
#[path = "../../codegen/tests/golden/rust/timer.rs"]
mod timer_file;
#[path = "../../codegen/tests/golden/rust/vp.rs"]
mod vp_file;

pub use cpuid_file::cpuid;
pub use crash_file::crash;
pub use hypercall_file::hypercall;
pub use interrupt_file::interrupt;
pub use mmu_file::mmu;
pub use msr_file::msr;
pub use partition_file::partition;
pub use register_file::register;
pub use status_file::status;
pub use synic_file::synic;
pub use timer_file::timer;
pub use vp_file::vp;
