using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Linking;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest;

/// <summary>Reads a file as one table for linking: any format that a case may hold, with a header in its first row.</summary>
public static class TableFile
{
    /// <summary>Reads the first sheet that has rows.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="notes">Receives what its user should know.</param>
    /// <param name="progress">Receives now and then the number of records read and the share of the file.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="InputException">The file cannot be read, or holds no records.</exception>
    public static LinkTable Read(string path, List<string> notes, Action<long, double>? progress = null, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(path);
        FileStream? open = null;
        var collector = new ColumnCollector
        {
            Progress = rows => progress?.Invoke(rows, open is { Length: > 0 } file ? (double)file.Position / file.Length : 0),
        };
        try
        {
            using var stream = open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            Read(stream, collector, cancellation);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new InputException($"{path}: a folder, not a table. Name a file in it.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: there is no such file. Check the name and the folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions.", e);
        }
        catch (UnreadableFileException e)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }

        if (collector.Rows == 0)
        {
            throw new InputException($"{path}: there is no record below a header row. Give a table whose first row names its columns.");
        }

        if (collector.FurtherSheets > 0)
        {
            notes.Add($"{name}: only the first of its sheets with rows is read");
        }

        if (collector.WideRow > 0)
        {
            notes.Add($"{name}: row {collector.WideRow} has more cells than the header; those beyond it are not read");
        }

        notes.AddRange(collector.Problems.Select(problem => $"{name}: {problem.TrimEnd('.')}"));
        return new LinkTable(name, collector.Rows, collector.Columns());
    }

    static void Read(Stream stream, ColumnCollector collector, CancellationToken cancellation)
    {
        var kind = FileSniffer.Find(stream, out var named);
        var format = kind == FileKind.Text ? TextFormat.Find(stream) : null;
        if (format is not null && !TextFormat.LooksBinary(stream, format.Encoding))
        {
            new TextTableReader(stream, format).Read(collector, cancellation);
        }
        else if (ContainerTables.Reads(kind))
        {
            ContainerTables.Read(kind, stream, ReadOptions.Of(ImportSettings.Default), workers: null, collector, cancellation);
        }
        else
        {
            throw UnreadableKinds.Error(format is null ? kind : FileKind.Unknown, named);
        }
    }
}
