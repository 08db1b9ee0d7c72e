namespace LeakTrace.Synthetic.Files;

/// <summary>An access-log file in order of time, written while later entries are still being made.</summary>
sealed class AccessLog : IDisposable
{
    static readonly string[] _chineseActions = ["查看", "打印", "导出", "备份", "扫描"];

    readonly FileStream _stream;
    readonly DelimitedWriter _writer;
    readonly string _timeFormat;
    readonly bool _isChinese;
    readonly bool _hasDevices;
    readonly PriorityQueue<AccessRead, (DateTime, long)> _waiting = new();
    long _made;

    /// <param name="path">File to write.</param>
    /// <param name="format">A text format.</param>
    /// <param name="header">Headers of account, record, time and action, and of the device where devices are named.</param>
    /// <param name="timeFormat">How times are written.</param>
    public AccessLog(string path, FileFormat format, string[] header, string timeFormat)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _stream = File.Create(path);
        _writer = (DelimitedWriter)FileFormats.Open(format, _stream);
        _timeFormat = timeFormat;
        _isChinese = header[0][0] > 127;
        _hasDevices = header.Length > 4;
        _writer.Write(header);
    }

    public void Add(AccessRead read) => _waiting.Enqueue(read, (read.At, _made++));

    /// <summary>Writes what is earlier than a time before which nothing more will be added.</summary>
    public void FlushBefore(DateTime time)
    {
        while (_waiting.TryPeek(out var read, out _) && read.At < time)
        {
            _waiting.Dequeue();
            var action = _isChinese ? _chineseActions[(int)read.Action] : read.Action.ToString().ToLowerInvariant();
            var at = read.At.ToString(_timeFormat, CultureInfo.InvariantCulture);
            _writer.Write(
                _hasDevices ? [read.Account, read.Record, at, action, read.Device] : [read.Account, read.Record, at, action]);
        }
    }

    public void Dispose()
    {
        FlushBefore(DateTime.MaxValue);
        _writer.Dispose();
        _stream.Dispose();
    }
}
