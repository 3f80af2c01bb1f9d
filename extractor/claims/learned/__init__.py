"""What trained models say of figures and bodies: features of a reading, and decisions from them."""
