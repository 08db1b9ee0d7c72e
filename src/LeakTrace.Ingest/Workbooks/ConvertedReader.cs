using System.ComponentModel;
using System.Diagnostics;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Reads what only LibreOffice reads (.xlsb, .ods, old WPS tables): it converts a copy, in a folder and with a profile of its own.</summary>
sealed class ConvertedReader : ITableReader
{
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    readonly FileKind _kind;
    readonly Stream _stream;
    readonly ReadOptions _options;
    string _folder;

    /// <summary>Creates a reader over a seekable stream; temporary files go into the folder, or where none is named into one of its own, which is made and removed.</summary>
    public ConvertedReader(FileKind kind, Stream stream, ReadOptions options, string folder)
    {
        _kind = kind;
        _stream = stream;
        _options = options;
        _folder = folder;
    }

    string Named => _kind switch
    {
        FileKind.Xlsb => "a binary workbook (.xlsb)",
        FileKind.Ods => "an OpenDocument table (.ods)",
        _ => "a compound file without a workbook, perhaps an old WPS table (.et)",
    };

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        if (OfficeProgram.Find() is not { } program)
        {
            throw new UnreadableFileException("no-converter",
                $"{Named}: only LibreOffice reads it, which is not installed. Install it, or save the file as .xlsx.");
        }

        _folder = _folder.Length == 0 ? Directory.CreateTempSubdirectory("leaktrace-").FullName : Directory.CreateDirectory(_folder).FullName;
        try
        {
            var source = Path.Combine(_folder, "source" + _kind switch { FileKind.Xlsb => ".xlsb", FileKind.Ods => ".ods", _ => ".et" });
            using (var copy = File.Create(source))
            {
                _stream.Position = 0;
                _stream.CopyTo(copy);
            }

            Convert(program, source, cancellation);
            var target = Path.Combine(_folder, "out", "source.xlsx");
            if (!File.Exists(target))
            {
                throw new UnreadableFileException("not-converted",
                    $"{Named}, which LibreOffice does not open; it is damaged or has a password. Open it in the program that wrote it and save it as .xlsx.");
            }

            using var converted = File.OpenRead(target);
            new OpenXmlReader(converted, _options).Read(sink, cancellation);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    void Convert(string program, string source, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // What it leaves when it is killed goes with the folder.
        start.Environment["TMPDIR"] = _folder;
        foreach (var argument in (string[])[
            $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile"))}", "--headless", "--norestore", "--nolockcheck", "--nologo",
            "--convert-to", "xlsx", "--outdir", Path.Combine(_folder, "out"), source])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException();
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.StandardInput.Close();
            using var cancelled = cancellation.Register(() => Workers.WorkerWatch.Kill(process));
            if (!process.WaitForExit(_longest))
            {
                Workers.WorkerWatch.Kill(process);
            }
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new UnreadableFileException("no-converter", $"{Named}: LibreOffice does not start ({e.GetType().Name}). Install it again, or save the file as .xlsx.");
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
