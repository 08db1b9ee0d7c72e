namespace LeakTrace.Tests.Reports.Workbooks;

/// <summary>A test that needs LibreOffice; it is skipped, with this reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() =>
        Skip = Office.Program is null ? "soffice (LibreOffice Calc) is not installed: apt-get install libreoffice-calc" : null;
}
