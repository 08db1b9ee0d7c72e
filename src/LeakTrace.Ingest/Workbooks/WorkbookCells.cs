using System.Globalization;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Turns typed cells into the text that normalisation reads.</summary>
static class WorkbookCells
{
    // Above this a double no longer holds every whole number that Excel shows: 15 digits are what it keeps.
    const double FirstInexact = 1e15;

    const int DaysTo1904 = 1462;
    const double LastSerial = 2_958_465;

    /// <summary>Text of a number: whole ones below 1e15 as digits, larger ones with an exponent and 15 digits, others invariant.</summary>
    public static string Text(double number)
    {
        if (Math.Abs(number) >= FirstInexact)
        {
            return number.ToString("0.##############E+0", CultureInfo.InvariantCulture);
        }

        return Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Text of a serial day in ISO form, a time alone where it is less than a day; of a number that is none, as a number.</summary>
    public static string OfSerial(double serial, bool is1904)
    {
        if (!(serial is >= 0 and <= LastSerial))
        {
            return Text(serial);
        }

        // Excel counts 29 February 1900, which never was: serials before it are a day early in OLE dates.
        var days = is1904 ? serial + DaysTo1904 : serial is >= 1 and < 61 ? serial + 1 : serial;
        var time = DateTime.FromOADate(Math.Min(days, LastSerial)).AddMilliseconds(500);
        return serial < 1 && !is1904 ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : Text(time);
    }

    /// <summary>Text of a duration in days.</summary>
    public static string OfDuration(double days) =>
        Math.Abs(days) <= LastSerial ? TimeSpan.FromSeconds(Math.Round(days * 86_400)).ToString("c", CultureInfo.InvariantCulture) : Text(days);

    /// <summary>Text of a point in time to the second; of a midnight the day alone.</summary>
    public static string Text(DateTime time) =>
        (int)time.TimeOfDay.TotalSeconds == 0
            ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
