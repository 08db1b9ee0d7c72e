INSERT INTO audit (sequence, at, action, detail, previous_hash, hash)
VALUES (@Sequence, @At, @Action, @Detail, @PreviousHash, @Hash);
