//! Typed access to the payload of a message.

use zerocopy::{FromBytes, Immutable, KnownLayout};

use crate::MessagePayload;
use crate::synic::{HvMessage, HvMessageType};

impl HvMessage {
    /// A message of this type with this payload.
    ///
    /// Nothing if messages of the type carry another payload.
    pub fn with_payload<P: MessagePayload>(
        message_type: HvMessageType,
        payload: &P,
    ) -> Option<Self> {
        if !P::MESSAGE_TYPES.contains(&message_type) {
            return None;
        }
        let mut message = Self::default();
        message.header.message_type = message_type;
        message.header.payload_size = u8::try_from(size_of::<P>()).ok()?;
        message
            .payload
            .get_mut(..size_of::<P>())?
            .copy_from_slice(payload.as_bytes());
        Some(message)
    }

    /// The payload, if messages of this type carry it and the message is long enough.
    pub fn payload_as<P: MessagePayload>(&self) -> Option<&P> {
        P::MESSAGE_TYPES
            .contains(&self.header.message_type)
            .then(|| self.start_as())?
    }

    /// The bytes of the payload that count.
    pub fn valid_payload(&self) -> &[u8] {
        let length = usize::from(self.header.payload_size);
        self.payload.get(..length).unwrap_or(&self.payload)
    }

    /// The start of the payload, if it is long enough.
    pub(crate) fn start_as<P: FromBytes + Immutable + KnownLayout>(&self) -> Option<&P> {
        let (payload, _) = P::ref_from_prefix(self.valid_payload()).ok()?;
        Some(payload)
    }
}
