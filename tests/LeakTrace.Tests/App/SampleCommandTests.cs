using System.Text.RegularExpressions;
using LeakTrace.Tests.Reports.Workbooks;

namespace LeakTrace.Tests.App;

public sealed class SampleCommandTests : IDisposable
{
    const int Size = 120;
    readonly TracedCase _traced = TracedCase.Maternity();

    public void Dispose() => _traced.Dispose();

    string Form => _traced["drawn/sample-form.xlsx"];

    (int Code, string Output, string Errors) Draw(params string[] options) =>
        TracedCase.Run(["sample", _traced.Folder, "--size", $"{Size}", "--seed", "7", "--out", _traced["drawn"], .. options]);

    (int Code, string Output, string Errors) ReadBack(string form, params string[] options) =>
        TracedCase.Run(["sample", _traced.Folder, "--results", form, "--out", _traced["read"], .. options]);

    [Fact]
    public void A_form_is_drawn_filled_in_and_read_back()
    {
        var drawn = Draw();
        Assert.Equal((0, ""), (drawn.Code, drawn.Errors));
        Assert.Contains("seed 7", drawn.Output, StringComparison.Ordinal);
        var first = File.ReadAllBytes(Form);
        Assert.Empty(OpenedWorkbook.Errors(first));
        Draw();
        Assert.Equal(first, File.ReadAllBytes(Form));
        MasksHold();

        // 90 of 120 true, 20 untrue, 10 unknown, in the words of both languages.
        FormFilling.Change(Form, _traced["filled.xlsx"], sheet => FormFilling.Answer(sheet, row => row switch
        {
            < 10 => "无法核实", < 20 => "假", < 30 => "false", < 60 => "TRUE", _ => "真",
        }));
        var read = ReadBack(_traced["filled.xlsx"], "--precision", "0.03", "--language", "en");
        Assert.Equal((0, ""), (read.Code, read.Errors));
        Assert.Contains("True records, estimated:", read.Output, StringComparison.Ordinal);
        Assert.Contains("10 records could not be verified", read.Output, StringComparison.Ordinal);
        Assert.Contains("Wendell and Schmee", read.Output, StringComparison.Ordinal);
        Assert.Contains("Sample size for a 95% interval", read.Output, StringComparison.Ordinal);
        Assert.Empty(OpenedWorkbook.Errors(File.ReadAllBytes(_traced["read/sample-result.xlsx"])));
        Assert.Contains("真实记录的估计", ReadBack(_traced["filled.xlsx"]).Output, StringComparison.Ordinal);
        TamperedFormsAreRefused();
    }

    [Fact]
    public void Names_are_shown_for_a_reason_that_the_audit_log_keeps()
    {
        Assert.Equal(0, Draw("--unmask", "audit order 17").Code);
        var cells = OpenedWorkbook.Cells(File.ReadAllBytes(Form), "核验表");
        Assert.Contains(cells, cell => Regex.IsMatch(cell.Value, @"^1[3-9]\d{9}$"));
        Assert.Contains("audit order 17", cells["A2"], StringComparison.Ordinal);
        using var store = LeakTrace.Cases.CaseStore.OpenToRead(Path.Combine(_traced.Folder, "case.db"));
        Assert.Contains(store.Audit.Entries(), entry => entry is { Action: "unmask", Detail: "sample-form.xlsx: audit order 17" });
        Assert.Null(store.Audit.FirstBroken());

        var traced = _traced.Trace(_traced.Folder, "shown", "--unmask", "for the court");
        Assert.Equal((0, ""), (traced.Code, traced.Errors));
        Assert.Contains(OpenedWorkbook.Cells(File.ReadAllBytes(_traced["shown/report.xlsx"]), "未计入的行").Values, cell => Regex.IsMatch(cell, @"^1[3-9]\d{9}$"));
        Assert.Contains(LeakTrace.Cases.CaseStore.OpenToRead(Path.Combine(_traced.Folder, "case.db")).Audit.Entries(), entry => entry.Detail == "report.xlsx: for the court");
    }

    [Theory]
    [InlineData("--size", "1")]
    [InlineData("--size", "0")]
    [InlineData("--size", "x")]
    [InlineData("--precision", "0.7")]
    [InlineData("--results", "missing.xlsx")]
    [InlineData("--seed", "7")]
    public void A_call_that_cannot_be_done_says_so(string option, string value)
    {
        var (code, _, errors) = TracedCase.Run("sample", _traced.Folder, option, value);
        Assert.Equal(2, code);
        Assert.StartsWith("leaktrace: ", errors, StringComparison.Ordinal);
    }

    void MasksHold()
    {
        var cells = OpenedWorkbook.Cells(File.ReadAllBytes(Form), "核验表");
        Assert.Equal(Size, cells.Keys.Count(cell => Regex.IsMatch(cell, @"^A\d+$")) - 3);
        Assert.DoesNotContain(cells, cell => Regex.IsMatch(cell.Value, @"1[3-9]\d{9}|\d{17}"));
        Assert.Contains(cells, cell => Regex.IsMatch(cell.Value, @"^1\d\d\*\*\*\*\d{4}$"));
        Assert.Contains(cells, cell => Regex.IsMatch(cell.Value, @"^\p{L}\*\p{L}?$"));
    }

    void TamperedFormsAreRefused()
    {
        Refused(sheet => FormFilling.Answer(sheet, _ => ""), "row 4 has no answer yet");
        Refused(sheet => FormFilling.Answer(sheet, _ => "大概"), "row 4: the answer is not one of");
        Refused(sheet => Regex.Replace(FormFilling.Answer(sheet, _ => "真"), """<row r="9".*?</row>""", ""), "is missing");
        Refused(sheet => Regex.Replace(FormFilling.Answer(sheet, _ => "真"), """(<c r="F6" s="16"><v>)\d+""", "${1}999999"), "row 6 names a record that was not drawn");
        Refused(sheet => FormFilling.Answer(sheet, _ => "真").Replace("seed=7", "seed=8", StringComparison.Ordinal), "was not drawn");
        Refused(sheet => FormFilling.Answer(sheet, _ => "真").Replace("frame=", "frame=0", StringComparison.Ordinal), "drawn from other records");
        Refused(sheet => FormFilling.Answer(sheet, _ => "真").Replace("核验结果", "结果", StringComparison.Ordinal), "header row is changed");
        Refused(sheet => sheet.Replace("LeakTrace sample", "sample", StringComparison.Ordinal), "no form of 'leaktrace sample'");
    }

    void Refused(Func<string, string> change, string message)
    {
        FormFilling.Change(Form, _traced["tampered.xlsx"], change);
        var (code, _, errors) = ReadBack(_traced["tampered.xlsx"]);
        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
