//! How a root partition makes a guest: create the partition, feed the hypervisor memory, add a virtual
//! processor, map memory, set registers, and let it run until it halts.
//!
//! The hypervisor here is a small one of our own, which keeps books and checks that each call comes
//! when it may.

use std::collections::BTreeMap;

use hv_defs::call::{Call, CallError, Series, SeriesError};
use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
use hv_defs::memory::{
    HvCallDepositMemory, HvCallMapGpaPages, HvInputDepositMemory, HvInputMapGpaPages, HvMapGpaFlags,
};
use hv_defs::partition_property::{HvCallCreateVp, HvInputCreateVp};
use hv_defs::partition_property::{
    HvCallInitializePartition, HvInputInitializePartition, HvOutputCreatePartition,
    HvX64CallCreatePartition, HvX64InputCreatePartition,
};
use hv_defs::request::X64HypercallRequest;
use hv_defs::scheduler::{
    HvCallDispatchVp, HvInputDispatchVp, HvOutputDispatchVp, HvVpDispatchEvent, HvVpDispatchState,
};
use hv_defs::vp::{
    HvCallSetVpRegisters, HvInputSetVpRegisters, HvRegisterAssoc, HvX64SegmentRegister,
};
use hv_defs::vp_register::{HV_X64_REGISTER_CS, HV_X64_REGISTER_RFLAGS, HV_X64_REGISTER_RIP};
use hv_defs::{HvError, Hypercall, InputListCall, SimpleCall};

/// Pages that the hypervisor wants before it makes anything.
const PAGES_WANTED: usize = 700;

/// A hypervisor that keeps books.
#[derive(Default)]
pub struct Hypervisor {
    /// The partitions that it has.
    pub partitions: BTreeMap<u64, Partition>,
    /// Pages that the root gave for itself.
    pub deposited: usize,
    /// The codes of the calls that it got, in order, with their results.
    pub calls: Vec<(&'static str, HvHypercallOutput)>,
}

/// A partition.
#[derive(Default)]
pub struct Partition {
    /// Whether it is set up.
    pub initialized: bool,
    /// The guest pages that are mapped, each to a page of the machine.
    pub memory: BTreeMap<u64, u64>,
    /// The registers of each virtual processor.
    pub processors: BTreeMap<u32, Vec<HvRegisterAssoc>>,
}

impl Hypervisor {
    /// One hypercall of the root.
    pub fn call(
        &mut self,
        control: HvHypercallInput,
        input: &[u8],
        output: &mut [u8],
    ) -> HvHypercallOutput {
        let result = match X64HypercallRequest::parse(control, input) {
            Ok(request) => self.answer(request, output),
            Err(error) => error.into(),
        };
        let name = control.call_code().name().unwrap_or("unknown");
        self.calls.push((name, result));
        result
    }

    fn answer(&mut self, request: X64HypercallRequest<'_>, output: &mut [u8]) -> HvHypercallOutput {
        match request {
            X64HypercallRequest::HvCallDepositMemory(request) => {
                // A hypervisor stops where it likes, and the guest goes on from there.
                let most = 100.min(request.pending().len());
                self.deposited += most;
                let completed = request.pending().start + most;
                if completed == request.pending().end {
                    request.done()
                } else {
                    request.stopped(completed, HvError::TIMEOUT)
                }
            }
            X64HypercallRequest::HvCallCreatePartition(request) => {
                if self.deposited < PAGES_WANTED {
                    return request.stopped(0, HvError::INSUFFICIENT_MEMORY);
                }
                let new_partition_id = self.partitions.len() as u64 + 2;
                self.partitions
                    .insert(new_partition_id, Partition::default());
                match request.reply(output) {
                    Some(mut reply) => {
                        reply.set_output(&HvOutputCreatePartition { new_partition_id });
                        request.done()
                    }
                    None => request.stopped(0, HvError::INVALID_ALIGNMENT),
                }
            }
            X64HypercallRequest::HvCallInitializePartition(request) => {
                match self.partitions.get_mut(&request.input().partition_id) {
                    Some(partition) => {
                        partition.initialized = true;
                        request.done()
                    }
                    None => request.stopped(0, HvError::INVALID_PARTITION_ID),
                }
            }
            X64HypercallRequest::HvCallCreateVp(request) => {
                let input = request.input();
                match self.partitions.get_mut(&input.partition_id) {
                    Some(partition) if partition.initialized => {
                        partition.processors.insert(input.vp_index, Vec::new());
                        request.done()
                    }
                    Some(_) => request.stopped(0, HvError::INVALID_PARTITION_STATE),
                    None => request.stopped(0, HvError::INVALID_PARTITION_ID),
                }
            }
            X64HypercallRequest::HvCallMapGpaPages(request) => {
                let input = request.input();
                let Some(partition) = self.partitions.get_mut(&input.target_partition_id) else {
                    return request.stopped(0, HvError::INVALID_PARTITION_ID);
                };
                for index in request.pending() {
                    if let Some(page) = request.elements().get(index) {
                        partition
                            .memory
                            .insert(input.target_gpa_base + index as u64, page);
                    }
                }
                request.done()
            }
            X64HypercallRequest::HvCallSetVpRegisters(request) => {
                let input = request.input();
                let partition = self.partitions.get_mut(&input.partition_id);
                let processor = partition.and_then(|it| it.processors.get_mut(&input.vp_index));
                match processor {
                    Some(registers) => {
                        registers.extend(request.elements().iter());
                        request.done()
                    }
                    None => request.stopped(0, HvError::INVALID_VP_INDEX),
                }
            }
            X64HypercallRequest::HvCallDispatchVp(request) => match request.reply(output) {
                Some(mut reply) => {
                    reply.set_output(&HvOutputDispatchVp {
                        dispatch_state: HvVpDispatchState::BLOCKED,
                        dispatch_event: HvVpDispatchEvent::SUSPEND,
                    });
                    request.done()
                }
                None => request.stopped(0, HvError::INVALID_ALIGNMENT),
            },
            _ => HvError::INVALID_HYPERCALL_CODE.into(),
        }
    }
}

/// Why there is no guest.
#[derive(Debug)]
pub enum Trouble {
    /// A call failed.
    Call(CallError),
    /// A call that repeats failed.
    Series(SeriesError),
}

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<SeriesError> for Trouble {
    fn from(error: SeriesError) -> Self {
        Self::Series(error)
    }
}

/// The root partition.
pub struct Root<'h> {
    hypervisor: &'h mut Hypervisor,
    input: [u8; 4096],
    output: [u8; 4096],
    /// The next page of the machine that is free to give away.
    next_page: u64,
}

impl<'h> Root<'h> {
    /// A root with this much to give.
    pub fn new(hypervisor: &'h mut Hypervisor) -> Self {
        Self {
            hypervisor,
            input: [0; 4096],
            output: [0; 4096],
            next_page: 0x1000,
        }
    }

    fn pages(&mut self, count: usize) -> Vec<u64> {
        let first = self.next_page;
        self.next_page += count as u64;
        (first..self.next_page).collect()
    }

    /// Makes a call; where the hypervisor is short of memory, gives it some and makes it again.
    fn call<H: SimpleCall>(&mut self, input: H::Input) -> Result<H::Output, Trouble> {
        loop {
            let call = Call::<H>::new(input);
            let result = call.issue(
                &mut self.input,
                &mut self.output,
                |control, input, output| self.hypervisor.call(control, input, output),
            );
            match result {
                Err(CallError::Hypervisor(HvError::INSUFFICIENT_MEMORY)) => self.deposit(256)?,
                result => return Ok(result?),
            }
        }
    }

    /// Makes a call over a list.
    fn over<H: InputListCall>(&mut self, mut series: Series<'_, H>) -> Result<(), Trouble> {
        series.run(
            &mut self.input,
            &mut self.output,
            |control, input, output| self.hypervisor.call(control, input, output),
            |_, _| (),
        )?;
        Ok(())
    }

    fn deposit(&mut self, count: usize) -> Result<(), Trouble> {
        let pages = self.pages(count);
        let partition_id = hv_defs::partition::HV_PARTITION_ID_SELF;
        let call = Call::<HvCallDepositMemory>::new(HvInputDepositMemory { partition_id });
        self.over(call.over(&pages))
    }

    /// Makes a guest of one virtual processor with this many pages of memory, and runs it once.
    pub fn run_guest(&mut self, memory: usize) -> Result<HvOutputDispatchVp, Trouble> {
        let partition_id = self
            .call::<HvX64CallCreatePartition>(HvX64InputCreatePartition::default())?
            .new_partition_id;
        self.call::<HvCallInitializePartition>(HvInputInitializePartition { partition_id })?;
        self.call::<HvCallCreateVp>(HvInputCreateVp {
            partition_id,
            vp_index: 0,
            ..Default::default()
        })?;

        let pages = self.pages(memory);
        let map_flags = HvMapGpaFlags::new()
            .with_readable(true)
            .with_writable(true)
            .with_kernel_executable(true)
            .with_user_executable(true);
        let map = Call::<HvCallMapGpaPages>::new(HvInputMapGpaPages {
            target_partition_id: partition_id,
            map_flags,
            ..Default::default()
        });
        // A page of input holds 509 page numbers; each batch starts where the last one ended.
        self.over(
            map.over(&pages)
                .in_batches_from(|input, done| input.target_gpa_base += done as u64),
        )?;

        let code = HvX64SegmentRegister {
            base: 0xffff_0000,
            limit: 0xffff,
            selector: 0xf000,
            ..Default::default()
        };
        let registers = [
            HV_X64_REGISTER_CS.assoc(code),
            HV_X64_REGISTER_RIP.assoc(0xfff0),
            HV_X64_REGISTER_RFLAGS.assoc(2),
        ];
        let set = Call::<HvCallSetVpRegisters>::new(HvInputSetVpRegisters {
            partition_id,
            vp_index: 0,
            ..Default::default()
        });
        self.over(set.over(&registers))?;
        self.call::<HvCallDispatchVp>(HvInputDispatchVp {
            partition_id,
            vp_index: 0,
            time_slice: 100_000,
            ..Default::default()
        })
    }
}

/// Makes a guest and runs it.
pub fn run() -> Result<Hypervisor, Trouble> {
    let mut hypervisor = Hypervisor::default();
    let state = Root::new(&mut hypervisor).run_guest(1200)?;
    println!("{}: {:?}", HvCallDispatchVp::NAME, state);
    Ok(hypervisor)
}

#[allow(dead_code, reason = "the tests include this example")]
fn main() {
    let hypervisor = run().expect("the guest runs");
    for (name, result) in &hypervisor.calls {
        println!("{name}: {result:?}");
    }
}
