//! Typed access to the payload of a message.

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
        const {
            assert!(
                size_of::<P>() <= size_of::<Self>() - size_of::<crate::synic::HvMessageHeader>()
            )
        };
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
        let valid = self.payload.get(..usize::from(self.header.payload_size))?;
        if !P::MESSAGE_TYPES.contains(&self.header.message_type) {
            return None;
        }
        P::ref_from_prefix(valid).ok().map(|(payload, _)| payload)
    }
}
