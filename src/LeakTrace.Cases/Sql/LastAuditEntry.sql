SELECT sequence, at, action, detail, previous_hash AS PreviousHash, hash FROM audit ORDER BY sequence DESC LIMIT 1;
