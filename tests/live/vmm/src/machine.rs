//! What all virtual processors share: memory, the image, and what the guest sent.

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use kvm_bindings::kvm_userspace_memory_region;
use kvm_ioctls::{Kvm, VmFd};
use linux_loader::loader::{KernelLoader, elf::Elf};
use vm_memory::{Bytes, GuestAddress, GuestMemoryBackend, GuestMemoryMmap};

use crate::hypercalls::Received;
use crate::outbox::Outbox;

/// Why the VMM cannot go on.
pub type Failure = Box<dyn Error + Send + Sync>;

/// Bytes of guest memory.
const MEMORY: usize = 32 << 20;
/// Where the tables stand that map addresses one to one.
pub const PAGE_TABLES: u64 = 0x1000;

/// A partition.
pub struct Machine {
    pub kvm: Kvm,
    pub vm: VmFd,
    pub memory: GuestMemoryMmap,
    pub entry: u64,
    /// Whether something was kept from the guest, which then only looks at what that means.
    pub restricted: bool,
    /// Whether the first failure ends all.
    pub stop_at_failure: bool,
    /// What came through hypercalls.
    pub received: Mutex<Received>,
    /// What goes to the guest.
    pub outbox: Outbox,
    name: String,
    line: Mutex<Vec<u8>>,
}

impl Machine {
    /// Makes the partition and loads its image.
    pub fn new(name: &str, guest: &Path, restricted: bool) -> Result<Self, Failure> {
        let kvm = Kvm::new()?;
        let vm = kvm.create_vm()?;
        vm.create_irq_chip()?;
        let memory: GuestMemoryMmap = GuestMemoryMmap::from_ranges(&[(GuestAddress(0), MEMORY)])?;
        let region = kvm_userspace_memory_region {
            memory_size: MEMORY as u64,
            userspace_addr: memory.get_host_address(GuestAddress(0))? as u64,
            ..Default::default()
        };
        // SAFETY: the mapping lives as long as the partition, since both stand in `Machine`.
        unsafe { vm.set_user_memory_region(region) }?;
        write_page_tables(&memory)?;
        let loaded = Elf::load(&memory, None, &mut File::open(guest)?, None)?;
        Ok(Self {
            kvm,
            vm,
            entry: loaded.kernel_load.0,
            memory,
            restricted,
            stop_at_failure: false,
            received: Mutex::default(),
            outbox: Outbox::new()?,
            name: name.to_owned(),
            line: Mutex::default(),
        })
    }

    /// Prints a result of the VMM.
    pub fn report(&self, test: &str, result: Result<(), String>) {
        match result {
            Ok(()) => println!("ok {}/{test}", self.name),
            Err(reason) => {
                println!("FAIL {}/{test}: {reason}", self.name);
                self.stop();
            }
        }
    }

    fn stop(&self) {
        if self.stop_at_failure {
            std::process::exit(0);
        }
    }

    /// Takes text of the guest, and prints each whole line behind the name of the run.
    pub fn print(&self, text: &[u8]) {
        let mut line = self.line.lock().expect("no thread panics with the line");
        for byte in text {
            if *byte != b'\n' {
                line.push(*byte);
                continue;
            }
            let whole = String::from_utf8_lossy(&line).into_owned();
            match whole.split_once(' ') {
                Some(("ok", test)) => println!("ok {}/{test}", self.name),
                Some(("FAIL", test)) => {
                    println!("FAIL {}/{test}", self.name);
                    self.stop();
                }
                _ => println!("# {}: {whole}", self.name),
            }
            line.clear();
        }
        // The machine around this may stop at once.
        let _ = std::io::stdout().flush();
    }
}

/// Maps the first GiB one to one in pages of 2 MiB.
fn write_page_tables(memory: &GuestMemoryMmap) -> Result<(), Failure> {
    const PRESENT_WRITABLE: u64 = 3;
    const LARGE: u64 = 1 << 7;
    let [top, middle, bottom] = [0, 1, 2].map(|page| PAGE_TABLES + page * 0x1000);
    memory.write_obj(middle | PRESENT_WRITABLE, GuestAddress(top))?;
    memory.write_obj(bottom | PRESENT_WRITABLE, GuestAddress(middle))?;
    for entry in 0..512_u64 {
        let large_page = entry << 21 | LARGE | PRESENT_WRITABLE;
        memory.write_obj(large_page, GuestAddress(bottom + entry * 8))?;
    }
    Ok(())
}
