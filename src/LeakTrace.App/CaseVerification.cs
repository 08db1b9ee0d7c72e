using System.Globalization;
using LeakTrace.Cases;
using LeakTrace.Reports;

namespace LeakTrace.App;

/// <summary>Holds a case against the hashes that its audit log keeps, and its outputs against one another.</summary>
sealed class CaseVerification
{
    // What is wrong throughout is clear from some of it.
    const int Shown = 20;

    readonly CaseFolder _folder;
    readonly CaseStore _store;
    readonly string _directory;
    readonly TextWriter _output;
    int _failures;

    CaseVerification(CaseFolder folder, CaseStore store, string directory, TextWriter output)
    {
        _folder = folder;
        _store = store;
        _directory = directory;
        _output = output;
    }

    /// <summary>Writes what agrees and what does not; returns the number of findings.</summary>
    public static int Run(CaseFolder folder, CaseStore store, string directory, TextWriter output)
    {
        var verification = new CaseVerification(folder, store, directory, output);
        var entries = store.Audit.Entries();
        verification.CheckAudit(entries);
        verification.CheckInputs();
        verification.CheckStore(entries);
        verification.CheckSettings(entries);
        verification.CheckOutputs(entries);
        verification.CheckTotals();
        return verification._failures;
    }

    void CheckAudit(IReadOnlyList<AuditEntry> entries)
    {
        if (_store.Audit.FirstBroken() is { } broken)
        {
            Report("Audit log", [Say($"entry {broken} does not continue the chain: it, or one before it, was changed, inserted or removed. Restore the store from a copy, and find out who wrote to it.")]);
        }
        else if (entries.Count == 0)
        {
            Report("Audit log", ["it has no entry. Run 'leaktrace trace' on the case."]);
        }
        else
        {
            Say("Audit log", Say($"{entries.Count} entries in one chain; the last hash is {entries[^1].Hash}. Keep it elsewhere: it shows whether entries were cut off at the end."));
        }
    }

    /// <summary>The files of the case against those that were read.</summary>
    void CheckInputs()
    {
        var stored = _store.Integrity.Inputs().ToDictionary(input => input.Name, input => input.Sha256, StringComparer.Ordinal);
        var findings = new List<string>();
        foreach (var input in _folder.Inputs)
        {
            if (!stored.Remove(input.File, out var sha256))
            {
                findings.Add($"{input.File} is new: no import has read it. Trace the case again if it belongs to the evidence, else take it out.");
            }
            else if (TraceRecord.HashOf(input.Path) != sha256)
            {
                findings.Add($"{input.File} is changed since it was read. Restore it from the evidence, or trace the case again.");
            }
        }

        findings.AddRange(stored.Keys.Select(name => $"{name} is missing: it was read and is no longer there. Restore it from the evidence."));
        Report("Inputs", findings, Say($"{_folder.Inputs.Count} files are as they were read."));
    }

    /// <summary>What the store holds against its hashes, and those against the audit log.</summary>
    void CheckStore(IReadOnlyList<AuditEntry> entries)
    {
        const string Remedy = "Remove the store and trace the case again; the audit log goes with it, so keep a copy.";
        var findings = _store.Integrity.ChangedFiles()
            .Select(file => $"what was read from {file} is changed in the store. {Remedy}").ToList();
        if (Last(entries, TraceRecord.Inputs) is not { } inputs)
        {
            findings.Add("the audit log has no hash of the inputs. Trace the case again.");
        }
        else if (inputs != _store.Integrity.InputsHash())
        {
            findings.Add($"the list of inputs in the store is not the one that the audit log has the hash of. {Remedy}");
        }

        if (Last(entries, TraceRecord.Results) is not { } results)
        {
            findings.Add("the audit log has no hash of a trace's results. Trace the case again.");
        }
        else if (results != _store.Integrity.ResultsHash())
        {
            findings.Add("rows or matches in the store are not those that the audit log has the hash of. Trace the case again.");
        }

        Report("Store", findings, "inputs, rows and matches are as the audit log has them.");
    }

    void CheckSettings(IReadOnlyList<AuditEntry> entries) => Compare(
        "Settings", entries, TraceRecord.Case, TraceRecord.HashesOf(TraceRecord.Case, _folder.Root, TraceRecord.SettingsFiles(_folder)),
        "Trace the case again, or restore the file.", name => $"{name} is new since the last trace. Trace the case again if it belongs to it.");

    void CheckOutputs(IReadOnlyList<AuditEntry> entries)
    {
        if (!Directory.Exists(_directory))
        {
            Report("Outputs", [$"{_directory} is missing. Trace the case again, or name the folder with --out DIR."]);
            return;
        }

        Compare(
            "Outputs", entries, TraceRecord.Out, TraceRecord.HashesOf(TraceRecord.Out, _directory, TraceRecord.OutputFiles(_directory)),
            "Trace the case again to write it anew.", _ => null);
    }

    /// <summary>Files as they are against the last trace that wrote about them.</summary>
    void Compare(
        string part, IReadOnlyList<AuditEntry> entries, string prefix, IReadOnlyList<(string Name, string Hash)> now, string remedy,
        Func<string, string?> sayNew)
    {
        var traces = entries.Select(entry => TraceRecord.Parse(entry.Detail)).Where(hashes => hashes.ContainsKey(TraceRecord.Results)).ToList();
        if (traces.Count == 0)
        {
            Report(part, ["the audit log has no trace with hashes. Trace the case again."]);
            return;
        }

        // A case may have been traced into several folders: the entry that fits best is the one of this folder.
        var there = now.ToHashSet();
        var last = prefix == TraceRecord.Out ? traces.Index().MaxBy(trace => (trace.Item.Count(hash => there.Contains((hash.Key, hash.Value))), trace.Index)).Item : traces[^1];
        var expected = last.Where(hash => hash.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        var findings = new List<string>();
        foreach (var (name, hash) in now)
        {
            if (!expected.Remove(name, out var known))
            {
                findings.AddRange(sayNew(name[prefix.Length..]) is { } finding ? [finding] : []);
            }
            else if (known != hash)
            {
                findings.Add($"{name[prefix.Length..]} is changed since the trace. {remedy}");
            }
        }

        findings.AddRange(expected.Keys.Select(name => $"{name[prefix.Length..]} is missing. {remedy}"));
        Report(part, findings, Say($"{now.Count} files are as the trace left or found them."));
    }

    void CheckTotals()
    {
        if (!Directory.Exists(_directory))
        {
            return;
        }

        var differences = ReportTotals.Differences(_directory, out var compared);
        Report("Totals", [.. differences.Select(difference => difference + " Trace the case again.")],
            Say($"states add up to the total in every scope, and {compared:N0} numbers are the same in csv, json, xlsx and html."));
    }

    static string? Last(IReadOnlyList<AuditEntry> entries, string name) =>
        entries.Select(entry => TraceRecord.Parse(entry.Detail).GetValueOrDefault(name)).LastOrDefault(hash => hash is not null);

    void Report(string part, List<string> findings, string otherwise = "")
    {
        _failures += findings.Count;
        if (findings.Count == 0)
        {
            Say(part, otherwise);
        }

        foreach (var finding in findings.Take(Shown))
        {
            _output.WriteLine($"{part}: FAILED: {finding}");
        }

        if (findings.Count > Shown)
        {
            _output.WriteLine(Say($"{part}: FAILED: and {findings.Count - Shown} more."));
        }
    }

    void Say(string part, string text) => _output.WriteLine($"{part}: {text}");

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
