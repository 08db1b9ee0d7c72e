namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>The stream cipher RC4, with which .xls workbooks are encrypted; applying it again decrypts.</summary>
sealed class Rc4
{
    readonly byte[] _state = new byte[256];
    byte _i;
    byte _j;

    /// <summary>Starts with a key.</summary>
    public Rc4(ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < _state.Length; i++)
        {
            _state[i] = (byte)i;
        }

        byte j = 0;
        for (var i = 0; i < _state.Length; i++)
        {
            j += (byte)(_state[i] + key[i % key.Length]);
            (_state[i], _state[j]) = (_state[j], _state[i]);
        }
    }

    /// <summary>The next byte that text is combined with.</summary>
    public byte Next()
    {
        _j += _state[++_i];
        (_state[_i], _state[_j]) = (_state[_j], _state[_i]);
        return _state[(byte)(_state[_i] + _state[_j])];
    }

    /// <summary>Decrypts bytes in place.</summary>
    public void Apply(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value ^= Next();
        }
    }
}
