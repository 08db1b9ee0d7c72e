using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>Writes deliveries.csv and payments.csv of a case.</summary>
static class CaseTables
{
    public static void WriteDeliveries(string directory, IEnumerable<SeizedFile> files)
    {
        using var table = Table(directory, "deliveries.csv", "file", "seller", "buyer", "sent_at");
        foreach (var file in files.OrderBy(file => file.SentAt).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            table.Write(file.Path, file.Seller, file.Buyer, Time(file.SentAt));
        }
    }

    public static void WritePayments(string directory, IEnumerable<Payment> payments)
    {
        using var table = Table(directory, "payments.csv", "paid_at", "payer", "payee", "amount");
        foreach (var payment in payments)
        {
            var amount = payment.Amount.ToString("0.00", CultureInfo.InvariantCulture);
            table.Write(Time(payment.PaidAt), payment.Payer, payment.Payee, amount);
        }
    }

    static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static DelimitedWriter Table(string directory, string name, params ReadOnlySpan<string> header)
    {
        var writer = new DelimitedWriter(File.Create(Path.Combine(directory, name)), new UTF8Encoding(false), ',',
            ownsStream: true);
        writer.Write(header);
        return writer;
    }
}
