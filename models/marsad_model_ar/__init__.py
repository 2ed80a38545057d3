"""The weights of Marsad's recognisers of Arabic names; this folder holds them, `MODEL_CARD.md` says what they are."""
