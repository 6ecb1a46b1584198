//! What the VMM sends to the guest, as a hypervisor does for a port: messages and event flags. KVM asserts the
//! interrupt of the source, and tells when the guest is done with it.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, AtomicU32, AtomicU64, Ordering};

use hv_defs::synic::{
    HvMessage, HvMessageFlags, HvMessageHeader, HvMessageType, HvSynicEventFlags,
};
use hv_defs::zerocopy::IntoBytes;
use kvm_bindings::{KVM_IRQ_ROUTING_HV_SINT, KvmIrqRouting, kvm_irq_routing_entry};
use kvm_ioctls::VmFd;
use vm_memory::{Bytes, GuestAddress, GuestMemoryBackend, GuestMemoryMmap, VolatileMemory};
use vmm_sys_util::eventfd::EventFd;

use crate::machine::Failure;

/// The source of the guest at which all of it arrives.
const SOURCE: u32 = 4;
/// The number of the interrupt between the VMM and KVM.
const LINE: u32 = 1;
/// The bits of a page's register that are no address.
const REGISTER_BITS: u64 = 0xfff;

/// Messages on their way, and the pages of the first processor.
pub struct Outbox {
    waiting: Mutex<VecDeque<HvMessage>>,
    message_page: AtomicU64,
    event_page: AtomicU64,
    assert: EventFd,
    done: EventFd,
}

impl Outbox {
    pub fn new() -> Result<Self, Failure> {
        Ok(Self {
            waiting: Mutex::default(),
            message_page: AtomicU64::default(),
            event_page: AtomicU64::default(),
            assert: EventFd::new(0)?,
            done: EventFd::new(0)?,
        })
    }

    /// Connects it to the source of the processor with this index, which must be there.
    pub fn connect(&self, vm: &VmFd, vp_index: u32) -> Result<(), Failure> {
        let mut route = kvm_irq_routing_entry {
            gsi: LINE,
            type_: KVM_IRQ_ROUTING_HV_SINT,
            ..Default::default()
        };
        route.u.hv_sint.vcpu = vp_index;
        route.u.hv_sint.sint = SOURCE;
        vm.set_gsi_routing(&KvmIrqRouting::from_entries(&[route])?)?;
        vm.register_irqfd_with_resample(&self.assert, &self.done, LINE)?;
        Ok(())
    }

    /// The guest has moved its pages; these are the values of SIMP and SIEFP.
    pub fn set_pages(&self, simp: u64, siefp: u64) {
        self.message_page
            .store(simp & !REGISTER_BITS, Ordering::SeqCst);
        self.event_page
            .store(siefp & !REGISTER_BITS, Ordering::SeqCst);
    }

    /// Sends a message, now or when the slot is free.
    pub fn send(
        &self,
        memory: &GuestMemoryMmap,
        message_type: HvMessageType,
        payload: &[u8],
    ) -> Result<(), Failure> {
        let mut message = HvMessage::default();
        message.header.message_type = message_type;
        message.header.payload_size = u8::try_from(payload.len())?;
        message.payload[..payload.len()].copy_from_slice(payload);
        self.waiting
            .lock()
            .expect("no thread panics with it")
            .push_back(message);
        self.deliver(memory)
    }

    /// Delivers when the guest ended an interrupt or a message. It does not return.
    pub fn serve(&self, memory: &GuestMemoryMmap) -> Result<(), Failure> {
        loop {
            self.done.read()?;
            self.deliver(memory)?;
        }
    }

    /// Puts the next message into the slot; if that is taken, tells the guest that one waits.
    fn deliver(&self, memory: &GuestMemoryMmap) -> Result<(), Failure> {
        const TYPE: u64 = core::mem::offset_of!(HvMessageHeader, message_type) as u64;
        const FLAGS: u64 = core::mem::offset_of!(HvMessageHeader, message_flags) as u64;
        let mut waiting = self.waiting.lock().expect("no thread panics with it");
        let Some(mut message) = waiting.front().copied() else {
            return Ok(());
        };
        let page = self.message_page.load(Ordering::SeqCst);
        let slot = page + u64::from(SOURCE) * size_of::<HvMessage>() as u64;
        let header = memory.get_slice(GuestAddress(slot), size_of::<HvMessageHeader>())?;
        let slot_type = header.get_atomic_ref::<AtomicU32>(TYPE as usize)?;
        let free = || slot_type.load(Ordering::SeqCst) == HvMessageType::NONE.into_bits();
        let pending = HvMessageFlags::new().with_message_pending(true);
        if !free() {
            let flags = header.get_atomic_ref::<AtomicU8>(FLAGS as usize)?;
            flags.fetch_or(pending.into_bits(), Ordering::SeqCst);
            // The guest looks at the flag after it has emptied the slot, which may have been just now.
            if !free() {
                return Ok(());
            }
        }
        waiting.pop_front();
        if !waiting.is_empty() {
            message.header.message_flags = pending;
        }
        let message_type = message.header.message_type;
        message.header.message_type = HvMessageType::NONE;
        memory.write_slice(message.as_bytes(), GuestAddress(slot))?;
        // The type comes last: from then on the slot is the guest's.
        slot_type.store(message_type.into_bits(), Ordering::SeqCst);
        self.assert.write(1)?;
        Ok(())
    }

    /// Sets an event flag, and asserts the interrupt if it was clear.
    pub fn set_flag(&self, memory: &GuestMemoryMmap, number: u16) -> Result<(), Failure> {
        let page = self.event_page.load(Ordering::SeqCst);
        let flags = page + u64::from(SOURCE) * size_of::<HvSynicEventFlags>() as u64;
        let flags = memory.get_slice(GuestAddress(flags), size_of::<HvSynicEventFlags>())?;
        let byte = flags.get_atomic_ref::<AtomicU8>(usize::from(number / 8))?;
        let bit = 1 << (number % 8);
        if byte.fetch_or(bit, Ordering::SeqCst) & bit == 0 {
            self.assert.write(1)?;
        }
        Ok(())
    }
}
