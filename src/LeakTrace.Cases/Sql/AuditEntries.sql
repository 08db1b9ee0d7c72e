SELECT sequence, at, action, detail, previous_hash, hash FROM audit ORDER BY sequence;
