namespace ReferralPathway.Browser.Tests;

/// <summary>What those who help a person do there day by day: plan, claim, ask, accept, and answer for what a colleague gave away.</summary>
[Collection(nameof(MainActsInACaseTests))]
public sealed class MainActsInACaseTests(ActsHost host)
{
    [Fact]
    public Task A_social_worker_plans_assistance_with_the_person_who_agrees_and_it_begins() => Somebody.WorksAsync(host, "sw.umea", async worker =>
    {
        await worker.OpenAsync("2026-", beside: "B.O.");
        await worker.ReadsAsync("No plan of assistance yet");
        await worker.OpenAsync("Write a plan of assistance");
        await worker.AnswerAsync("The person’s own goals", "To sleep without fear, and to call home.");
        await worker.PressAsync("Save the draft");
        await worker.AnswerAsync("Service", "Safe accommodation");
        await worker.AnswerAsync("Need", "A room of her own.");
        await worker.AnswerAsync("Who gives the service?", "Haven (NGO)");
        await worker.PressAsync("Save the service");
        await worker.OpenAsync("Put the plan to the person");
        await worker.AnswerAsync("What do you want to do?", "Put the plan to the person");
        await worker.PressAsync("Save");

        await worker.OpenAsync("Record what the person says to the plan");
        await worker.AnswerAsync("What does the person say?", "The person agrees to the plan");
        await worker.AnswerAsync("Language in which the plan was gone through", "English");
        await worker.AnswerAsync("How the answer was given", "Oral through interpreter");
        await worker.PressAsync("Save the answer");
        await worker.OpenAsync("Record what has happened");
        await worker.AnswerAsync("What has happened?", "The service has begun");
        await worker.PressAsync("Save");
        await worker.OpenAsync("Begin to carry out the plan");
        await worker.AnswerAsync("What do you want to do?", "Begin to carry out the plan");
        await worker.PressAsync("Save");

        await worker.ReadsAsync("The plan is being carried out.");
        await worker.LooksAsync();
        await worker.OpenAsync("2026-");
        await worker.ReadsAsync("Assistance is ongoing");
    });

    [Fact]
    public Task A_social_worker_claims_what_a_quarter_cost() => Somebody.WorksAsync(host, "sw.norrkoping", async worker =>
    {
        await worker.OpenAsync("Claims");
        await worker.OpenAsync("October–December 2025");
        await worker.OpenAsync("Add or remove costs");
        await worker.AnswerAsync("What is the cost for?", "Financial aid under chapter 12 section 1 of the Social Services Act");
        await worker.AnswerAsync("From", "2025-12-07");
        await worker.AnswerAsync("Until and including", "2025-12-20");
        await worker.AnswerAsync("Amount in kronor", "3150.50");
        await worker.PressAsync("Add the cost");
        await worker.ReadsAsync("44,950.50");
        await worker.LooksAsync();
        await worker.OpenAsync("Done with the costs");
        await worker.OpenAsync("Hand the claim in");
        await worker.TickAsync("What the claim says is right. What is paid on wrong data can be asked back.");
        await worker.PressAsync("Hand in");
        await worker.ReadsAsync("The Migration Agency decides.");
        await worker.ReadsNothingOfAsync("The claim is not handed in.");
    });

    [Fact]
    public Task An_NGO_asks_for_advice_without_saying_who_it_is_about() => Somebody.WorksAsync(host, "ngo.haven", async worker =>
    {
        await worker.OpenAsync("Questions");
        await worker.OpenAsync("Ask a question");
        await worker.AnswerAsync("What is the question about?", "Protection and housing");
        await worker.AnswerAsync("Whom do you ask?", "The regional coordinator");
        await worker.AnswerAsync("Coordination region", "Syd");
        await worker.AnswerAsync("Age group", "25–34");
        await worker.AnswerAsync("World region", "Africa");
        await worker.AnswerAsync("How urgent is it?", "Urgent");
        await worker.AnswerAsync("Your question", "Her number is 070-174 06 05. Who pays for a room tonight?");
        var wrong = await worker.PressInVainAsync("Send without personal details");
        Assert.Contains("telephone", wrong, StringComparison.OrdinalIgnoreCase);
        await worker.LooksAsync();

        await worker.AnswerAsync("Your question", "Who pays for a room tonight when she has no right to stay?");
        await worker.PressAsync("Send without personal details");
        await worker.ReadsAsync("The question waits for an answer");
        await worker.ReadsNothingOfAsync("070-174");
    });

    [Fact]
    public async Task A_lawyer_learns_who_the_person_is_by_accepting()
    {
        await Somebody.WorksAsync(host, "sw.dorotea", async worker =>
        {
            await worker.OpenAsync("2026-", beside: "S.S.");
            await worker.OpenAsync("Record consent");
            await worker.AnswerAsync("Recipient", "Lind law firm");
            await worker.AnswerAsync("What did the person answer?", "Yes");
            await worker.AnswerAsync("How was consent given?", "Oral through interpreter");
            await worker.AnswerAsync("Language", "Thai");
            await worker.AnswerAsync("Interpreter", "Yes, by telephone");
            await worker.AnswerAsync("What may be shared?", "Case number, age group, gender, language and kind of exploitation", "Name, date of birth, numbers and nationality", "How the person can be contacted safely", "What has happened");
            foreach (var told in new[] { "what is shared, and with whom", "why it is shared", "that the consent can be taken back at any time", "that what the recipient already has cannot be taken back" }) await worker.TickAsync(told);
            await worker.PressAsync("Save the answer");
            await worker.OpenAsync("Refer to someone");
            await worker.OpenAsync("Lind law firm");
            await worker.AnswerAsync("Requested service", "Assistance in legal proceedings");
            await worker.AnswerAsync("How urgent is it?", "Normal");
            await worker.AnswerAsync("Details that go with it", "Name, date of birth, numbers and nationality", "What has happened");
            await worker.PressAsync("See what the recipient will see");
            await worker.PressAsync("Send the referral");
            await worker.ReadsAsync("has not answered yet");
        });
        await Somebody.WorksAsync(host, "law.lind", async lawyer =>
        {
            await lawyer.OpenAsync("Answer a referral");
            await lawyer.ReadsAsync("Dorotea municipality");
            await lawyer.ReadsNothingOfAsync("Somchai");
            await lawyer.OpenAsync("Accept");
            await lawyer.AnswerAsync("First contact planned", "2026-03-17");
            await lawyer.PressAsync("Accept");
            await lawyer.ReadsAsync("S.S.");
            await lawyer.LooksAsync();
            await lawyer.PressAsync("Show name and numbers");
            await lawyer.ReadsAsync("Somchai");
        });
    }

    [Fact]
    public async Task A_manager_answers_for_what_a_colleague_told_the_police_in_acute_danger()
    {
        await Somebody.WorksAsync(host, "sw.malmo", async worker =>
        {
            await worker.OpenAsync("2026-", beside: "R.D.");
            await worker.OpenAsync("Acute danger: tell the police");
            await worker.AnswerAsync("Recipient", "Swedish Police Authority");
            await worker.AnswerAsync("What is disclosed", "How the person can be contacted safely");
            await worker.AnswerAsync("Reason", "He stands outside the door and says that he will come in.");
            await worker.PressAsync("Disclose the details");
        });
        await Somebody.WorksAsync(host, "sw.malmo.chef", async manager =>
        {
            await manager.OpenAsync("Review: information was given to the police in an emergency");
            await manager.ReadsAsync("He stands outside the door");
            await manager.LooksAsync();
            await manager.AnswerAsync("Was it right?", "Yes, the ground stands");
            await manager.PressAsync("Save the review");
            await manager.ReadsAsync("Reviewed: the ground stands.");
            await manager.OpenAsync("Overview");
            await manager.ReadsNothingOfAsync("Review: information was given to the police in an emergency");
        });
    }
}
