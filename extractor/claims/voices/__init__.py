"""Who speaks where: the frames in which Persian news quotes, and what each of them says about the claimant."""
