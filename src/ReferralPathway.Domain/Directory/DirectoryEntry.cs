using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>A contact of the public directory (S1-41). Every act leaves a line in its history.</summary>
public sealed class DirectoryEntry
{
    private readonly List<Channel> _channels = [];
    private readonly List<OpeningTime> _hours = [];
    private readonly List<Concern> _concerns = [];
    private readonly List<EntryChange> _changes = [];

    private DirectoryEntry() { }

    private DirectoryEntry(DateTimeOffset at)
    {
        Id = EntryId.New(at);
        WrittenAt = at;
    }

    public EntryId Id { get; private set; }

    public EntryState State { get; private set; }

    /// <summary>Counts the changes; whoever saves says which one they saw.</summary>
    public int Revision { get; private set; }

    public string NameSv { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    public string? UnitSv { get; private set; }

    public string? UnitEn { get; private set; }

    public string? AssistanceSv { get; private set; }

    public string? AssistanceEn { get; private set; }

    /// <summary>Names of <see cref="HelpKind"/>.</summary>
    public List<string> Helps { get; private set; } = [];

    public CoordinationRegion? Region { get; private set; }

    public string? Municipality { get; private set; }

    /// <summary>The region in which it is looked for: its own, or that of its municipality. Null: the whole country.</summary>
    public CoordinationRegion? Area { get; private set; }

    public List<string> Languages { get; private set; } = [];

    /// <summary>Names of <see cref="TargetGroup"/>.</summary>
    public List<string> TargetGroups { get; private set; } = [];

    public Capacity Capacity { get; private set; }

    public DateOnly? CapacityOn { get; private set; }

    public int ReviewIntervalDays { get; private set; }

    public string? SourceNoteSv { get; private set; }

    public string? SourceNoteEn { get; private set; }

    public OrganisationId? OrganisationId { get; private set; }

    public bool ClosedOnHolidays { get; private set; }

    /// <summary>What the public's search looks into: small letters without accents, nothing that is hidden.</summary>
    public string Search { get; private set; } = "";

    public DateOnly? VerifiedOn { get; private set; }

    public UserId? VerifiedBy { get; private set; }

    /// <summary>The day from which it needs another check.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public IReadOnlyList<Channel> Channels => _channels;

    public IReadOnlyList<OpeningTime> Hours => _hours;

    public IReadOnlyList<Concern> Concerns => _concerns;

    public IReadOnlyList<EntryChange> Changes => _changes;

    /// <summary>Whether everybody sees it.</summary>
    public bool IsShown => State is EntryState.Published or EntryState.NeedsReview;

    public IEnumerable<Concern> OpenConcerns => _concerns.Where(c => c.State == ConcernState.Open);

    public string Name(string language) => language == "en" ? NameEn : NameSv;

    public string? Unit(string language) => language == "en" ? UnitEn : UnitSv;

    public string? SourceNote(string language) => language == "en" ? SourceNoteEn : SourceNoteSv;

    public string? Assistance(string language) => language == "en" ? AssistanceEn : AssistanceSv;

    public EntryContent Content => new()
    {
        NameSv = NameSv,
        NameEn = NameEn,
        Kind = Kind,
        UnitSv = UnitSv,
        UnitEn = UnitEn,
        AssistanceSv = AssistanceSv,
        AssistanceEn = AssistanceEn,
        Helps = [.. Helps.Select(Enum.Parse<HelpKind>)],
        Region = Region,
        Municipality = Municipality,
        Languages = [.. Languages],
        TargetGroups = [.. TargetGroups.Select(Enum.Parse<TargetGroup>)],
        Capacity = Capacity,
        CapacityOn = CapacityOn,
        ReviewIntervalDays = ReviewIntervalDays,
        SourceNoteSv = SourceNoteSv,
        SourceNoteEn = SourceNoteEn,
        Organisation = OrganisationId,
        ClosedOnHolidays = ClosedOnHolidays,
        Hours = [.. _hours.OrderBy(h => h.Position).Select(h => h.Span)],
        Channels = [.. _channels.OrderBy(c => c.Position).Select(c => c.Content)],
    };

    /// <summary>An administrator begins an entry.</summary>
    /// <exception cref="RuleBrokenException">It has faults.</exception>
    public static DirectoryEntry Write(EntryContent content, Act act)
    {
        var entry = new DirectoryEntry(act.At);
        entry.Take(content, EntryChangeKind.Written, act.At, act);
        return entry;
    }

    /// <summary>An entry taken over from the national guide: shown, and under check where something about it was doubtful.</summary>
    /// <param name="doubts">What is doubtful: the channel it is about (as written) and the sentence in both languages.</param>
    /// <param name="rejected">Spellings that must never be shown: kept in the history alone.</param>
    public static DirectoryEntry Import(EntryContent content, IReadOnlyList<(string? About, string Sv, string En)> doubts, IReadOnlyList<string> rejected, DateTimeOffset at)
    {
        var entry = new DirectoryEntry(at) { State = doubts.Count > 0 ? EntryState.NeedsReview : EntryState.Published };
        entry.Take(content, EntryChangeKind.Imported, at, null, rejected.Select(r => new FieldChange("RejectedVariant", r, "")));
        entry.NextReviewOn = SwedishCalendar.DayOf(at).AddDays(content.ReviewIntervalDays);
        foreach (var (about, sv, en) in doubts)
            entry._concerns.Add(new(entry.Id, ConcernKind.Import, about is null ? null : content.Channels.Single(c => c.Value == about).Normalised, null, sv, en, at, null));
        return entry;
    }

    /// <exception cref="RuleBrokenException">It has faults, or is withdrawn.</exception>
    public void Edit(EntryContent content, Act act)
    {
        Demand(State != EntryState.Withdrawn);
        Take(content, EntryChangeKind.Edited, act.At, act);
        if (VerifiedOn is { } verified) NextReviewOn = verified.AddDays(ReviewIntervalDays);
    }

    /// <summary>An administrator has checked everything that is shown, on a day; a draft becomes public by it.</summary>
    /// <exception cref="RuleBrokenException">The day lies ahead, nothing public is listed, or a proposal waits for its answer.</exception>
    public void Verify(DateOnly on, Act act)
    {
        Demand(State != EntryState.Withdrawn);
        if (on > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture);
        if (!_channels.Any(c => c.IsPublic)) throw new RuleBrokenException(Rule.APublishedEntryCanBeReached);
        if (OpenConcerns.Any(c => c.Kind == ConcernKind.Proposal)) throw new RuleBrokenException(Rule.ProposalsAreAnsweredFirst);
        foreach (var concern in OpenConcerns.ToList()) concern.Answer(ConcernState.Settled, act);
        var was = VerifiedOn;
        VerifiedOn = on;
        VerifiedBy = act.By;
        NextReviewOn = on.AddDays(ReviewIntervalDays);
        Record(State == EntryState.Draft ? EntryChangeKind.Published : EntryChangeKind.Verified, NextReviewOn > act.Day ? EntryState.Published : EntryState.NeedsReview,
            [new(nameof(VerifiedOn), Iso(was), Iso(on))], act.At, act);
    }

    /// <summary>Anybody with an account says that something here is wrong.</summary>
    /// <param name="about">The normalised value of the channel; null for something else.</param>
    public void Report(string? about, string text, Act act) => Doubt(ConcernKind.Report, EntryChangeKind.Reported, about, null, text, act);

    /// <summary>Somebody who works with the contact proposes what it should say.</summary>
    /// <exception cref="RuleBrokenException">What is proposed could not be kept.</exception>
    public void Propose(string? about, string? proposed, string text, Act act)
    {
        if (about is not null && proposed is not null) Sound(Content.WithChannel(about, proposed));
        Doubt(ConcernKind.Proposal, EntryChangeKind.Proposed, about, proposed, text, act);
    }

    /// <summary>The administrator agrees: a proposed value takes the place of the old one.</summary>
    public void Accept(Guid concern, Act act)
    {
        Demand(State != EntryState.Withdrawn);
        var found = Find(concern);
        var content = found is { About: { } about, Proposed: { } proposed } ? Content.WithChannel(about, proposed) : Content;
        Sound(content);
        found.Answer(ConcernState.Accepted, act);
        Take(content, EntryChangeKind.ProposalAccepted, act.At, act);
    }

    public void Reject(Guid concern, Act act)
    {
        Find(concern).Answer(ConcernState.Rejected, act);
        Record(EntryChangeKind.ProposalRejected, State, [], act.At, act);
    }

    /// <summary>The days from one check to the next are over.</summary>
    /// <exception cref="RuleBrokenException">They are not.</exception>
    public void FallDue(DateTimeOffset at)
    {
        Demand(State == EntryState.Published && NextReviewOn <= SwedishCalendar.DayOf(at));
        Record(EntryChangeKind.ReviewFellDue, EntryState.NeedsReview, [], at, null);
    }

    public void Withdraw(Act act)
    {
        Demand(State != EntryState.Withdrawn);
        Record(EntryChangeKind.Withdrawn, EntryState.Withdrawn, [], act.At, act);
    }

    /// <summary>Back as a draft: it is checked before anybody sees it again.</summary>
    public void Restore(Act act)
    {
        Demand(State == EntryState.Withdrawn);
        Record(EntryChangeKind.Restored, EntryState.Draft, [], act.At, act);
    }

    private void Doubt(ConcernKind kind, EntryChangeKind change, string? about, string? proposed, string text, Act act)
    {
        Demand(IsShown && (about is null || _channels.Any(c => c.Normalised == about && c.IsPublic)));
        _concerns.Add(new(Id, kind, about, proposed, text, text, act.At, act));
        Record(change, EntryState.NeedsReview, [], act.At, act);
    }

    private Concern Find(Guid concern) => _concerns.SingleOrDefault(c => c.Id == concern) ?? throw new RuleBrokenException(Rule.AProposalIsAnsweredOnce);

    private void Take(EntryContent content, EntryChangeKind kind, DateTimeOffset at, Act? act, IEnumerable<FieldChange>? more = null)
    {
        Sound(content);
        var changed = content.ChangesFrom(Revision == 0 ? null : Content).Concat(more ?? []).ToList();
        (NameSv, NameEn, Kind) = (content.NameSv.Trim(), content.NameEn.Trim(), content.Kind);
        (UnitSv, UnitEn, AssistanceSv, AssistanceEn) = (content.UnitSv, content.UnitEn, content.AssistanceSv, content.AssistanceEn);
        Helps = [.. content.Helps.Select(h => h.ToString())];
        (Region, Municipality, Area) = (content.Region, content.Municipality, content.Area);
        Languages = [.. content.Languages];
        TargetGroups = [.. content.TargetGroups.Select(g => g.ToString())];
        (Capacity, CapacityOn) = (content.Capacity, content.Capacity == Capacity.Unknown ? null : content.CapacityOn);
        (ReviewIntervalDays, SourceNoteSv, SourceNoteEn, OrganisationId, ClosedOnHolidays) = (content.ReviewIntervalDays, content.SourceNoteSv, content.SourceNoteEn, content.Organisation, content.ClosedOnHolidays);
        if (!content.Hours.SequenceEqual(_hours.OrderBy(h => h.Position).Select(h => h.Span)))
        {
            _hours.Clear();
            _hours.AddRange(content.Hours.Select((span, n) => new OpeningTime(Id, n, span, at)));
        }
        if (!content.Channels.SequenceEqual(_channels.OrderBy(c => c.Position).Select(c => c.Content)))
        {
            _channels.Clear();
            _channels.AddRange(content.Channels.Select((channel, n) => new Channel(Id, n, channel, at)));
        }
        Search = EntrySearch.TextOf(this);
        Record(kind, State, changed, at, act);
    }

    private void Record(EntryChangeKind kind, EntryState to, IEnumerable<FieldChange> fields, DateTimeOffset at, Act? act)
    {
        _changes.Add(new(Id, ++Revision, kind, State, to, fields, at, act));
        State = to;
    }

    private static void Sound(EntryContent content)
    {
        if (content.Faults().FirstOrDefault() is { } fault) throw new RuleBrokenException(fault.Problem switch
        {
            EntryProblem.PhoneFormat or EntryProblem.EmailFormat or EntryProblem.WebFormat or EntryProblem.KnownMisspelling => Rule.AChannelIsWrittenRight,
            EntryProblem.DuplicateChannel => Rule.AChannelIsListedOnce,
            EntryProblem.ShelterAddress => Rule.AShelterIsNotShown,
            _ => Rule.AnEntryIsComplete,
        });
    }

    private static void Demand(bool inOrder)
    {
        if (!inOrder) throw new RuleBrokenException(Rule.AnEntryFollowsItsStates);
    }

    private static string Iso(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
