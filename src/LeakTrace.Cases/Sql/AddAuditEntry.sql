INSERT INTO audit (sequence, at, action, detail, previous_hash, hash)
VALUES (@sequence, @at, @action, @detail, @previousHash, @hash);
