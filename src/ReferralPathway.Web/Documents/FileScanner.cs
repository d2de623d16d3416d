using System.ComponentModel;
using System.Diagnostics;

namespace ReferralPathway.Web.Documents;

/// <summary>Looks for malware in a file before it is kept.</summary>
public interface IFileScanner
{
    /// <returns>False where something was found, and where it could not be looked at: nothing is kept unlooked at.</returns>
    Task<bool> IsCleanAsync(byte[] content, CancellationToken stopping);
}

/// <summary>
/// Gives the file to a program on its standard input, without ever writing it down; the program says by its exit whether it is clean: 0 clean, anything else not. As clamdscan does with
/// <c>clamdscan --no-summary -</c> in a script of one line (docs/operations.md).
/// </summary>
/// <param name="program">Null: this installation has none, and every file is taken as it is.</param>
internal sealed partial class FileScanner(string? program, ILogger log) : IFileScanner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">The setting names no file.</exception>
    public static FileScanner Of(IConfiguration configuration, ILogger<FileScanner> log) => new(configuration["PATHWAY_SCANNER"] switch
    {
        null or "" => null,
        var named when File.Exists(named) => named,
        _ => throw new InvalidOperationException("PATHWAY_SCANNER names no file. Name the program that looks for malware, or leave it out."),
    }, log);

    public async Task<bool> IsCleanAsync(byte[] content, CancellationToken stopping)
    {
        if (program is null) return true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        using var scanner = new Process { StartInfo = new(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
        try
        {
            scanner.Start();
            var said = Task.WhenAll(scanner.StandardOutput.ReadToEndAsync(patience.Token), scanner.StandardError.ReadToEndAsync(patience.Token));
            await scanner.StandardInput.BaseStream.WriteAsync(content, patience.Token);
            scanner.StandardInput.Close();
            await said;
            await scanner.WaitForExitAsync(patience.Token);
            if (scanner.ExitCode != 0) NotClean(log, scanner.ExitCode);
            return scanner.ExitCode == 0;
        }
        catch (Exception e) when (e is IOException or Win32Exception || e is OperationCanceledException && !stopping.IsCancellationRequested)
        {
            NotScanned(log, e.GetType().Name);
            if (e is OperationCanceledException) scanner.Kill(entireProcessTree: true);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was refused by the scanner: exit {Code}")]
    private static partial void NotClean(ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file was not scanned, and not kept: {Fault}")]
    private static partial void NotScanned(ILogger log, string fault);
}
