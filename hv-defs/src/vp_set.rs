//! Sets of virtual processors, as hypercalls take them: 64 banks of 64 processors, of which only those
//! that hold a processor are passed.

use core::fmt;

use crate::call::List;
use crate::vp::{HvGenericSetFormat, HvVpSet};
use crate::{HvError, HvResult};

/// Processors of a bank.
const BANK: u32 = 64;
/// Banks of a set.
const BANKS: usize = 64;

/// A set of virtual processors that a guest builds.
///
/// ```
/// use hv_defs::call::Call;
/// use hv_defs::mmu::{HvCallFlushVirtualAddressSpaceEx, HvInputFlushVirtualAddressSpaceEx};
/// use hv_defs::vp_set::SparseVpSet;
///
/// // Virtual processors 1 and 130: banks 0 and 2.
/// let set = SparseVpSet::of([1, 130])?;
/// assert_eq!(set.banks(), [1 << 1, 1 << 2]);
/// let call = Call::<HvCallFlushVirtualAddressSpaceEx>::new(HvInputFlushVirtualAddressSpaceEx {
///     processor_set: set.header(),
///     ..Default::default()
/// })
/// .with_variable_header(set.banks());
/// let mut page = [0; 4096];
/// assert_eq!(call.write(&mut page).unwrap().variable_header_size(), 2);
/// # Ok::<(), hv_defs::vp_set::VpIndexTooHigh>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SparseVpSet {
    valid_banks_mask: u64,
    /// The banks that hold a processor, one after another, then zeros.
    banks: [u64; BANKS],
}

/// The index of a virtual processor that no set can hold: sets end at 4095.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VpIndexTooHigh(pub u32);

impl fmt::Display for VpIndexTooHigh {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "virtual processor {} is beyond 4095, where sparse sets end",
            self.0
        )
    }
}

impl core::error::Error for VpIndexTooHigh {}

impl SparseVpSet {
    /// The set of these virtual processors, in any order.
    ///
    /// # Errors
    ///
    /// An index is beyond 4095.
    pub fn of(indices: impl IntoIterator<Item = u32>) -> Result<Self, VpIndexTooHigh> {
        let mut all = [0; BANKS];
        for index in indices {
            let bank = all.get_mut((index / BANK) as usize);
            *bank.ok_or(VpIndexTooHigh(index))? |= 1 << (index % BANK);
        }
        let mut set = Self {
            valid_banks_mask: 0,
            banks: [0; BANKS],
        };
        let held = all.iter().enumerate().filter(|(_, bank)| **bank != 0);
        for (place, (number, bank)) in set.banks.iter_mut().zip(held) {
            *place = *bank;
            set.valid_banks_mask |= 1 << number;
        }
        Ok(set)
    }

    /// The fixed part of the set.
    pub const fn header(&self) -> HvVpSet {
        HvVpSet {
            format: HvGenericSetFormat::SPARSE4K,
            valid_banks_mask: self.valid_banks_mask,
        }
    }

    /// The banks that follow it.
    pub fn banks(&self) -> &[u64] {
        let count = self.valid_banks_mask.count_ones() as usize;
        self.banks.get(..count).unwrap_or_default()
    }
}

impl fmt::Debug for SparseVpSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = indices(self.valid_banks_mask, self.banks().iter().copied());
        formatter.debug_set().entries(held).finish()
    }
}

/// A set of virtual processors that a guest passed.
#[derive(Clone, Copy)]
pub enum VpSet<'p> {
    /// Every virtual processor of the partition.
    All,
    /// Those of these banks.
    Sparse {
        /// Bit n is set where bank n is passed.
        valid_banks_mask: u64,
        /// The banks that are passed.
        banks: List<'p, u64>,
    },
}

impl<'p> VpSet<'p> {
    /// The set of a request: the fixed part from its input, the banks from its variable header.
    ///
    /// Banks behind those that the mask names are the guest's own business.
    ///
    /// # Errors
    ///
    /// `HV_STATUS_INVALID_HYPERCALL_INPUT` where banks are missing that the mask names, and
    /// `HV_STATUS_INVALID_PARAMETER` for a format that does not exist.
    pub fn parse(set: HvVpSet, banks: List<'p, u64>) -> HvResult<Self> {
        match set.format {
            HvGenericSetFormat::ALL => Ok(Self::All),
            HvGenericSetFormat::SPARSE4K => {
                if banks.len() < set.valid_banks_mask.count_ones() as usize {
                    return Err(HvError::INVALID_HYPERCALL_INPUT);
                }
                Ok(Self::Sparse {
                    valid_banks_mask: set.valid_banks_mask,
                    banks,
                })
            }
            _ => Err(HvError::INVALID_PARAMETER),
        }
    }

    /// Whether a virtual processor is in the set.
    pub fn contains(self, index: u32) -> bool {
        match self {
            Self::All => true,
            Self::Sparse {
                valid_banks_mask,
                banks,
            } => {
                let number = index / BANK;
                let Some(bit) = 1_u64.checked_shl(number) else {
                    return false;
                };
                let place = (valid_banks_mask & (bit - 1)).count_ones() as usize;
                valid_banks_mask & bit != 0
                    && banks
                        .get(place)
                        .is_some_and(|bank| bank >> (index % BANK) & 1 != 0)
            }
        }
    }

    /// The virtual processors of the set in ascending order, of a partition that has this many.
    pub fn indices(self, count: u32) -> impl Iterator<Item = u32> + use<'p> {
        let (mask, banks, all) = match self {
            Self::All => (0, List::default(), 0..count),
            Self::Sparse {
                valid_banks_mask,
                banks,
            } => (valid_banks_mask, banks, 0..0),
        };
        all.chain(indices(mask, banks.iter()).take_while(move |index| *index < count))
    }
}

impl fmt::Debug for VpSet<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => formatter.write_str("All"),
            Self::Sparse { .. } => formatter
                .debug_set()
                .entries(self.indices(u32::MAX))
                .finish(),
        }
    }
}

/// The processors of banks, in ascending order.
fn indices(mask: u64, banks: impl Iterator<Item = u64>) -> impl Iterator<Item = u32> {
    bits(mask)
        .zip(banks)
        .flat_map(|(number, bank)| bits(bank).map(move |bit| number * BANK + bit))
}

/// The numbers of the bits that are set.
fn bits(mut mask: u64) -> impl Iterator<Item = u32> {
    core::iter::from_fn(move || {
        let lowest = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (lowest < BANK).then_some(lowest)
    })
}
