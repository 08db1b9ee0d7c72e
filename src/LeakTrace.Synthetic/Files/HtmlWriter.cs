using System.Net;

namespace LeakTrace.Synthetic.Files;

/// <summary>HTML with one table for each sheet.</summary>
sealed class HtmlWriter : IRowWriter
{
    readonly StreamWriter _writer;
    bool _open;

    public HtmlWriter(Stream stream)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        _writer.WriteLine(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>");
    }

    public void BeginSheet(string name)
    {
        EndTable();
        _writer.WriteLine("<table border=\"1\">");
        _open = true;
    }

    public void Write(IReadOnlyList<Cell> cells)
    {
        _writer.Write("<tr>");
        foreach (var cell in cells)
        {
            _writer.Write("<td>");
            _writer.Write(cell.Kind == CellKind.Empty ? "&nbsp;" : WebUtility.HtmlEncode(cell.Text));
            _writer.Write("</td>");
        }

        _writer.WriteLine("</tr>");
    }

    public void Dispose()
    {
        EndTable();
        _writer.WriteLine("</body></html>");
        _writer.Dispose();
    }

    void EndTable()
    {
        if (_open)
        {
            _writer.WriteLine("</table>");
        }
    }
}
